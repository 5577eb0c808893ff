#!/usr/bin/env python3
"""Makes the numbers that doorstep's item statistics are held to (tests/it/statistics/), with packages of other makers.

    python3 -m venv venv && venv/bin/pip install numpy pandas scipy statsmodels pingouin
    venv/bin/python scripts/item_numbers.py            # writes partial.csv and numbers.json
    venv/bin/python scripts/item_numbers.py --check    # compares what is there

lsat.csv: how many of 1,000 persons gave each pattern of answers to the five items of sections 6 and 7 of the Law School
Admission Test, as printed in R. D. Bock and M. Lieberman (1970), Fitting a response model for n dichotomously scored
items, Psychometrika 35, 179-197.

partial.csv: 400 persons, 12 items with parts of a mark and different weights, about a quarter of the cells missing. It is made
here from a fixed sequence of whole numbers, so it is the same on any machine.

What comes from where: alpha from pingouin (pairs of items over the persons who saw both); correlations from pandas; intervals of
correlations from scipy, of shares from statsmodels; the rest in numpy, by the formulas of
https://docs.moodle.org/dev/Quiz_statistics_calculations
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pingouin
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

FOLDER = Path(__file__).resolve().parent.parent / "tests/it/statistics"


def lsat(column):
    rows = []
    with open(FOLDER / "lsat.csv", newline="") as file:
        for row in csv.DictReader(file):
            pattern = [float(row[f"item{n}"]) for n in range(1, 6)]
            rows += [pattern] * int(row[column])
    return pd.DataFrame(rows)


def drawn(state):
    """A line of whole numbers from 0 to 999 (Knuth's MMIX)."""
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 33) % 1000


def make_partial():
    numbers = drawn(20260301)
    rows = []
    for _ in range(400):
        able = sum(next(numbers) for _ in range(4)) / 4
        row = []
        for item in range(12):
            gains = able + (next(numbers) - 500) * 0.8 - 250 - 30 * item + (400 if item == 3 else 0)
            if item == 7:
                gains = 500 - gains
            share = max(0, min(4, int((gains + 300) // 150)))
            row.append("" if next(numbers) < 240 else str(share * 25))
        rows.append(row)
    return rows


def partial():
    return pd.read_csv(FOLDER / "partial.csv") / 100


def wanted(frame, weights):
    """All numbers of a data frame of shares, persons by items, with nan where somebody did not see an item."""
    shares = frame.to_numpy(dtype=float)
    persons, count = shares.shape
    weights = np.asarray(weights, dtype=float)
    seen = ~np.isnan(shares)
    marks = np.nansum(shares * weights, axis=1)
    possible = (seen * weights).sum(axis=1)
    total = marks / possible
    items = []
    pulls = []
    for p in range(count):
        on = seen[:, p]
        x = shares[on, p]
        others = [q for q in range(count) if q != p]
        rest_marks = np.nansum(shares[:, others] * weights[others], axis=1)
        rest_possible = (seen[:, others] * weights[others]).sum(axis=1)
        both = on & (rest_possible > 0)
        xs, rest = shares[both, p], rest_marks[both] / rest_possible[both]
        r = pd.Series(xs).corr(pd.Series(rest))
        interval = stats.pearsonr(xs, rest).confidence_interval(0.95)
        low, high = proportion_confint(x.sum(), len(x), alpha=0.05, method="wilson")
        pulls.append(weights[p] * np.cov(x, total[on])[0, 1])
        left = frame.drop(columns=frame.columns[p]) * weights[others]
        items.append({
            "persons": int(on.sum()),
            "facility": x.mean(),
            "facility_low": low,
            "facility_high": high,
            "deviation": x.std(ddof=1),
            "discrimination": r,
            "discrimination_low": interval.low,
            "discrimination_high": interval.high,
            "efficiency": np.cov(xs, rest)[0, 1] / np.cov(np.sort(xs), np.sort(rest))[0, 1],
            "intended_weight": (weights[p] / possible[on]).mean(),
            "alpha_without": pingouin.cronbach_alpha(left)[0],
            "exposure": on.mean(),
        })
    roots = np.sqrt(np.maximum(pulls, 0))
    for item, root in zip(items, roots):
        item["effective_weight"] = root / roots.sum()
    marks_of = frame * weights
    table = marks_of.cov().to_numpy()
    variance = np.diag(table).mean()
    covariance = (table.sum() - np.trace(table)) / (count * (count - 1))
    length = seen.sum() / persons
    of_length = length * covariance / (variance + (length - 1) * covariance)
    deviation = total.std(ddof=1)
    whole = {
        "persons": persons,
        "items": count,
        "length": length,
        "mean": total.mean(),
        "deviation": deviation,
        "alpha": pingouin.cronbach_alpha(marks_of)[0],
        "alpha_of_length": of_length,
        "error": deviation * np.sqrt(1 - of_length),
    }
    if not np.isnan(shares).any():
        # KR-20 once more, with its own formula.
        p = shares.mean(axis=0)
        if set(np.unique(shares)) <= {0.0, 1.0}:
            kr = count / (count - 1) * (1 - (p * (1 - p)).sum() / shares.sum(axis=1).var(ddof=0))
            assert abs(kr - whole["alpha"]) < 1e-12
    return {"weights": weights.tolist(), "whole": whole, "items": items}


def main():
    check = "--check" in sys.argv
    if not check:
        with open(FOLDER / "partial.csv", "w", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow([f"item{n}" for n in range(1, 13)])
            out.writerows(make_partial())
    numbers = {
        "lsat6": wanted(lsat("section6"), [1] * 5),
        "lsat7": wanted(lsat("section7"), [1] * 5),
        "partial": wanted(partial(), [1, 2, 3] * 4),
    }
    text = json.dumps(numbers, indent=1, default=float) + "\n"
    path = FOLDER / "numbers.json"
    if check:
        there = json.loads(path.read_text())
        assert compare(there, json.loads(text)), "numbers.json is not what these packages say"
        print("numbers.json: as it is made")
    else:
        path.write_text(text)
        print(f"wrote {path}")


def compare(one, other):
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(compare(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(compare, one, other))
    return abs(one - other) < 1e-12


main()
