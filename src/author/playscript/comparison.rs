//! How two numbers are compared, and how that is written before a number.

use crate::content::scenario::Comparison;

/// Whether two numbers without a sign stand to each other as the comparison says.
pub(super) fn compares(order: Comparison, left: u32, right: u32) -> bool {
    order.holds(left.cmp(&right) as i32, 0)
}

/// A comparison as it stands before a number; equality needs no sign.
pub(super) fn sign(order: Comparison) -> &'static str {
    match order {
        Comparison::Equal => "",
        Comparison::NotEqual => "!= ",
        Comparison::Less => "< ",
        Comparison::LessOrEqual => "<= ",
        Comparison::Greater => "> ",
        Comparison::GreaterOrEqual => ">= ",
    }
}

#[cfg(test)]
mod tests {
    use super::compares;
    use crate::content::scenario::Comparison;

    #[test]
    fn the_largest_numbers_are_compared_as_they_are() {
        assert!(compares(Comparison::Less, 0, u32::MAX) && !compares(Comparison::Greater, 0, u32::MAX));
        assert!(compares(Comparison::Equal, u32::MAX, u32::MAX) && compares(Comparison::NotEqual, 1, 2));
        assert!(compares(Comparison::GreaterOrEqual, 2, 2) && compares(Comparison::LessOrEqual, 1, 2));
    }
}
