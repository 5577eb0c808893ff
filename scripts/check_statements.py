"""Holds statements of xAPI against ralph's models, and spoiled copies too; and looks at questions in Moodle XML."""

import copy
import json
import sys
import xml.etree.ElementTree as ElementTree

from pydantic import ValidationError
from ralph.models.xapi.base.statements import BaseXapiStatement


def is_fine(statement):
    try:
        BaseXapiStatement.model_validate(statement)
        return True
    except ValidationError as fault:
        is_fine.fault = fault
        return False


def spoiled(statement):
    for path, value in [
        (("actor", "account", "homePage"), "nowhere"),
        (("verb", "id"), "no address"),
        (("object", "id"), "no address"),
        (("id",), "no uuid"),
        (("surplus",), "what nobody knows"),
    ]:
        own = copy.deepcopy(statement)
        below = own
        for key in path[:-1]:
            below = below[key]
        below[path[-1]] = value
        yield own


def statements(path):
    with open(path, encoding="utf-8") as file:
        all_of_them = json.load(file)
    refused = [own for own in all_of_them if not is_fine(own)]
    if refused:
        print(json.dumps(refused[0], indent=1, ensure_ascii=False), is_fine.fault)
    forged = [copy for own in all_of_them for copy in spoiled(own)]
    passed = sum(is_fine(own) for own in forged)
    told = "accepted" if all_of_them and not refused else "REFUSED"
    print(f"ralph: {len(all_of_them)} statements {told}; {passed} of {len(forged)} spoiled ones accepted")
    return told == "accepted" and passed == 0


def moodle(path):
    """There is no reader of Moodle XML but Moodle; so: it is XML, and each question has what Moodle asks for."""
    questions = [own for own in ElementTree.parse(path).getroot() if own.get("type") != "category"]

    def is_whole(own):
        if not own.findtext("questiontext/text") or not own.findtext("name/text"):
            return False
        if own.get("type") == "matching":
            return len(own.findall("subquestion")) >= 2
        fractions = [float(answer.get("fraction")) for answer in own.findall("answer")]
        most = max(fractions) if own.findtext("single") == "true" else sum(one for one in fractions if one > 0)
        return len(fractions) >= 2 and abs(most - 100) < 0.001

    broken = [own.findtext("name/text") for own in questions if not is_whole(own)]
    told = "whole" if questions and not broken else f"BROKEN: {broken}"
    print(f"{path}: {len(questions)} questions {told}")
    return told == "whole"


good = statements(sys.argv[1])
good = all([moodle(path) for path in sys.argv[2:]]) and good
sys.exit(0 if good else 1)
