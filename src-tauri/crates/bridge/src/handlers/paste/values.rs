//! What people write in cells, as canonical texts of fields. What could mean two things is refused.

use model::{AmountRefusal, Money, NumberFormat, Quarter, read_amount};

use crate::Problem;

/// Less than this is nothing where amounts are shown in billions with three decimals.
const UNSEEN: Money = Money::from_cents(100_000_000);

/// Whether an amount is something, and yet shows as nothing in a column in billions.
fn is_unseen(amount: Money) -> bool {
    !amount.is_zero() && amount < UNSEEN && amount > Money::from_cents(-UNSEEN.cents())
}

/// Reads an amount in the reader's number format. A bare number so small that a column in billions would show it as nothing
/// is refused, unless what stands there is as small: whoever writes "4.5" under "USD bn" means billions. Whoever writes an
/// amount to the cent means dollars.
///
/// # Errors
/// What is wrong with the text, with what it seems to be instead: a formula, a date, a share.
pub(super) fn amount(text: &str, former: Money, format: NumberFormat) -> Result<Money, Problem> {
    let amount = read_amount(text, format).map_err(|refusal| no_amount(text, refusal, format))?;
    let bare = text.chars().all(|sign| sign.is_ascii_digit() || sign.is_whitespace() || ".,-\u{2212}'".contains(sign));
    if amount < Money::ZERO {
        return Err(Problem::refused("negative-amount").with("amount_usd", amount));
    }
    let to_the_cent = text.rsplit_once(format.decimal_mark()).is_some_and(|(_, cents)| cents.len() == 2);
    if bare && !to_the_cent && is_unseen(amount) && !is_unseen(former) {
        return Err(Problem::refused("amount-unseen").with("text", text).with("amount_usd", amount));
    }
    Ok(amount)
}

/// What a text is that is no amount.
fn no_amount(text: &str, refusal: AmountRefusal, format: NumberFormat) -> Problem {
    let refused = |code: &str| Problem::refused(code).with("text", text);
    if is_formula(text) {
        return refused("paste-formula");
    }
    if let Some(share) = text.strip_suffix('%') {
        return refused("paste-share").with("size", size_of_share(share.trim()));
    }
    if is_date(text) {
        return refused("paste-date");
    }
    if is_scientific(text) {
        return refused("paste-scientific");
    }
    // One that could mean two things in the reader's own format is no better in another.
    if matches!(refusal, AmountRefusal::Ambiguous { .. }) {
        return refusal.into();
    }
    let other = match format {
        NumberFormat::Point => NumberFormat::Comma,
        NumberFormat::Comma => NumberFormat::Point,
    };
    if read_amount(text, other).is_ok() || matches!(refusal, AmountRefusal::OtherFormat { .. }) {
        return refused("paste-other-marks").with("expected", format.decimal_mark());
    }
    refusal.into()
}

/// Whether a text is what a spreadsheet would work out.
pub(super) fn is_formula(text: &str) -> bool {
    let mut signs = text.chars();
    match signs.next() {
        Some('=' | '\u{ff1d}') => true,
        Some('+' | '-' | '\u{2212}' | '@') => {
            let rest = signs.as_str().trim_start();
            rest.starts_with('(') || is_reference(rest)
        }
        _ => false,
    }
}

/// Whether a text begins as a cell is named, `A1` or `$B$2`, or as a function is called, `SUM(`.
fn is_reference(text: &str) -> bool {
    let rest = text.trim_start_matches('$').trim_start_matches(|sign: char| sign.is_ascii_alphabetic());
    let named = text.len() > rest.len() && text.trim_start_matches('$').len() > rest.len();
    named && rest.trim_start_matches('$').starts_with(|sign: char| sign.is_ascii_digit() || sign == '(')
}

fn size_of_share(number: &str) -> &'static str {
    if number.starts_with(['-', '\u{2212}']) {
        return "negative";
    }
    let whole: String = number.chars().take_while(char::is_ascii_digit).collect();
    let rest = number.trim_start_matches(|sign: char| sign.is_ascii_digit());
    match whole.trim_start_matches('0') {
        "100" if rest.contains(|sign: char| matches!(sign, '1'..='9')) => "over",
        digits if digits.len() > 3 || (digits.len() == 3 && digits != "100") => "over",
        _ => "within",
    }
}

/// Whether a text is a date as spreadsheets show them: numbers between points, strokes or hyphens, or a month by its name.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', '\u{a0}', ',']).filter(|part| !part.is_empty()).collect();
    let number =
        |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    let is_year = |part: &str| part.len() == 4 && number(part).is_some_and(|year| (1900..2200).contains(&year));
    let day_or_month = |part: &str| part.len() <= 2 && number(part).is_some_and(|day| (1..=31).contains(&day));
    let is_month = |part: &str| MONTHS.iter().any(|month| part.to_lowercase().starts_with(month));
    if parts.iter().any(|part| is_month(part)) {
        return parts.len() <= 4
            && parts.iter().all(|part| is_month(part) || number(part).is_some() || part.len() <= 5);
    }
    if text.contains(',') || text.parse::<Quarter>().is_ok() {
        return text.parse::<Quarter>().is_ok();
    }
    match &*parts {
        [one, two, three] => {
            let year_first = is_year(one) && day_or_month(two) && day_or_month(three);
            let short = two.len() <= 2 && three.len() == 2 && number(three).is_some() && text.contains(['/', '-']);
            year_first || (day_or_month(one) && day_or_month(two) && (is_year(three) || short))
        }
        [one, two] => {
            let month_and_year = (day_or_month(one) && is_year(two)) || (is_year(one) && day_or_month(two));
            month_and_year || (text.contains('/') && day_or_month(one) && day_or_month(two))
        }
        _ => false,
    }
}

/// How the names of months begin, in either language.
const MONTHS: [&str; 23] = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "січ",
    "лют",
    "бер",
    "квіт",
    "трав",
    "черв",
    "лип",
    "серп",
    "верес",
    "жовт",
    "груд",
];

/// Whether a text is a number that was cut to powers of ten: `4.5E+10`.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, power)) = text.split_once(['E', 'e']) else { return text.starts_with("##") };
    let digits = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let mantissa_fits = mantissa.chars().all(|sign| sign.is_ascii_digit() || ".,-+".contains(sign));
    let power = power.trim_start_matches(['+', '-']);
    digits(mantissa) && mantissa_fits && digits(power) && power.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a quarter: `2028-Q1`, `Q1 2028`, `1Q2028`, and in Ukrainian `1 кв. 2028`.
///
/// # Errors
/// Where the text is none of these.
pub(super) fn quarter(text: &str) -> Result<Quarter, Problem> {
    let refused = || Problem::refused("not-a-quarter").with("text", text);
    let (mut year, mut part, mut word) = (None, None, 0);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_digit = first.is_ascii_digit();
        let end = rest.find(|sign: char| sign.is_ascii_digit() != is_digit || (!is_digit && !sign.is_alphabetic()));
        let end = end.unwrap_or(rest.len()).max(first.len_utf8());
        let (token, after) = rest.split_at(end);
        rest = after;
        match token.len() {
            4 if is_digit && year.is_none() => year = token.parse().ok(),
            1 if is_digit && part.is_none() => part = token.parse().ok(),
            _ if is_digit => return Err(refused()),
            _ if first.is_alphabetic() => {
                let lower = token.to_lowercase();
                if !["q", "к", "кв", "квартал", "quarter"].contains(&&*lower) {
                    return Err(refused());
                }
                word += 1;
            }
            _ if matches!(first, ' ' | '\u{a0}' | '\u{202f}' | '-' | '/' | '.' | '\u{2013}') => {}
            _ => return Err(refused()),
        }
    }
    match (year, part, word) {
        (Some(year), Some(part), 1) => Quarter::new(year, part).ok_or_else(refused),
        _ => Err(refused()),
    }
}

/// Reads yes or no in either language, as spreadsheets and people write it.
///
/// # Errors
/// Where the text is neither.
pub(super) fn flag(text: &str) -> Result<&'static str, Problem> {
    match &*text.to_lowercase() {
        "yes" | "true" | "1" | "x" | "так" | "істина" | "✓" => Ok("yes"),
        "no" | "false" | "0" | "ні" | "хибність" => Ok("no"),
        _ => Err(Problem::refused("paste-not-yes-or-no").with("text", text)),
    }
}

/// Keys of sources, whatever stands between them, as the field's text.
pub(super) fn sources(text: &str) -> String {
    let keys = text.split([',', ';', ' ', '\u{a0}', '\n']).filter(|key| !key.is_empty());
    keys.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
    use super::*;

    const BIG: Money = Money::from_cents(4_500_000_000_000);

    fn code(text: &str, format: NumberFormat) -> String {
        amount(text, BIG, format).unwrap_err().code
    }

    #[test]
    fn amounts_are_read_as_the_reader_writes_them() {
        let point = |text| amount(text, BIG, NumberFormat::Point).unwrap();
        let comma = |text| amount(text, BIG, NumberFormat::Comma).unwrap();
        for text in ["45bn", "45,000,000,000.00", "45\u{a0}000\u{a0}000\u{a0}000", "45\u{202f}000\u{2009}000\u{a0}000"]
        {
            assert_eq!(point(text), BIG, "{text:?}");
        }
        assert_eq!(comma("45\u{202f}000\u{202f}000\u{202f}000,00"), BIG);
        assert_eq!(comma("45.000.000.000,00"), BIG);
        assert_eq!(point("0"), Money::ZERO);
    }

    #[test]
    fn what_is_no_amount_is_told_for_what_it_is() {
        for (text, wanted) in [
            ("=SUM(A1:A9)", "paste-formula"),
            ("+A1", "paste-formula"),
            ("-B2", "paste-formula"),
            ("@SUM(A1)", "paste-formula"),
            ("\u{ff1d}1+1", "paste-formula"),
            ("-(5)", "paste-formula"),
            ("2028-01-31", "paste-date"),
            ("31.01.2028", "paste-date"),
            ("1/31/2028", "paste-date"),
            ("31/1/28", "paste-date"),
            ("Jan-28", "paste-date"),
            ("31 січня 2028", "paste-date"),
            ("2028-Q1", "paste-date"),
            ("5 %", "paste-share"),
            ("-5%", "paste-share"),
            ("4.5E+10", "paste-scientific"),
            ("#######", "paste-scientific"),
            ("45.000.000,00", "paste-other-marks"),
            ("1,5bn", "paste-other-marks"),
            ("45.000", "amount-ambiguous"),
            ("45,00,000", "amount-bad-grouping"),
            ("EU loan", "amount-not-a-number"),
            ("-45bn", "negative-amount"),
            ("4.5", "amount-unseen"),
            ("999,999", "amount-unseen"),
            ("250000.5", "amount-unseen"),
            ("2028", "amount-unseen"),
        ] {
            assert_eq!(code(text, NumberFormat::Point), wanted, "{text:?}");
        }
        assert_eq!(code("45,000,000,000.00", NumberFormat::Comma), "paste-other-marks");
        // Cents and currencies mean dollars.
        for text in ["250000.00", "999,999.99", "4.50", "USD 250", "$250"] {
            assert!(amount(text, BIG, NumberFormat::Point).is_ok(), "{text}");
        }
        assert!(amount("250 000,00", BIG, NumberFormat::Comma).is_ok());
        // What stands there is as small, or a unit says what is meant.
        assert!(amount("4.5", Money::from_cents(300), NumberFormat::Point).is_ok());
        assert!(amount("4.5k", BIG, NumberFormat::Point).is_ok());
    }

    #[test]
    fn shares_are_told_by_their_size() {
        for (text, size) in [
            ("5", "within"),
            ("100", "within"),
            ("100.0", "within"),
            ("100.1", "over"),
            ("120", "over"),
            ("-1", "negative"),
        ] {
            assert_eq!(size_of_share(text), size, "{text}");
        }
    }

    #[test]
    fn quarters_are_read_however_they_are_written() {
        let wanted = Quarter::new(2028, 1).unwrap();
        for text in
            ["2028-Q1", "Q1 2028", "1Q2028", "2028 q1", "Q1-2028", "Q1/2028", "1 кв. 2028", "2028, Q1", "2028Q1"]
        {
            assert_eq!(quarter(text).ok(), (text != "2028, Q1").then_some(wanted), "{text:?}");
        }
        for text in ["", "2028", "2028-01", "Q5 2028", "2028-Q1-Q2", "Q1 28", "A1 2028", "2028-01-31", "QQ1 2028"] {
            assert!(quarter(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn nothing_panics() {
        let pieces = [
            "", "-", "+", "=", "5", "2028", "Q", "кв", "%", "E", ".", ",", " ", "\u{a0}", "$", "A", "#", "\u{301}", "№",
        ];
        let words = pieces.iter().flat_map(|one| pieces.iter().map(move |two| format!("{one}{two}")));
        let texts: Vec<String> =
            words.flat_map(|word| pieces.iter().map(move |three| format!("{word}{three}"))).collect();
        for text in &texts {
            let _ = amount(text, BIG, NumberFormat::Point);
            let _ = amount(text, BIG, NumberFormat::Comma);
            let _ = quarter(text);
            let _ = flag(text);
            let _ = sources(text);
        }
    }
}
