//! Amounts as they stand on the screen, turned back into the text that programs exchange.

/// The exact amount in a text such as `USD 800,000,000,000.00`. A dash is nothing at all.
pub fn exact(shown: &str) -> String {
    let digits: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let digits = if digits.is_empty() { "0.00".to_owned() } else { digits };
    if shown.contains('\u{2212}') { format!("-{digits}") } else { digits }
}

/// An amount in billions with one place, rounded half away from zero, as the strip shows it.
pub fn in_billions(amount: &str) -> String {
    const TENTH_OF_A_BILLION: i128 = 10_000_000_000;
    let cents = cents(amount);
    let tenths = (cents.abs() + TENTH_OF_A_BILLION / 2) / TENTH_OF_A_BILLION;
    let sign = if cents < 0 { "\u{2212}" } else { "" };
    format!("{sign}{}.{}", tenths / 10, tenths % 10)
}

/// The sum of exact amounts.
pub fn sum(amounts: &[String]) -> String {
    let cents: i128 = amounts.iter().map(|amount| cents(amount)).sum();
    let sign = if cents < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
}

fn cents(amount: &str) -> i128 {
    let (whole, part) = amount.split_once('.').unwrap_or_else(|| panic!("not an exact amount: {amount:?}"));
    assert_eq!(part.len(), 2, "not an exact amount: {amount:?}");
    format!("{whole}{part}").parse().unwrap_or_else(|_| panic!("not an exact amount: {amount:?}"))
}

#[test]
fn amounts_are_read_as_they_are_shown() {
    assert_eq!(exact("USD 800,000,000,000.00"), "800000000000.00");
    assert_eq!(exact("USD \u{2212}1,000.50"), "-1000.50");
    assert_eq!(exact("\u{2013}"), "0.00");
    assert_eq!(in_billions("800990000000.00"), "801.0");
    assert_eq!(sum(&["0.99".to_owned(), "-1.00".to_owned()]), "-0.01");
}
