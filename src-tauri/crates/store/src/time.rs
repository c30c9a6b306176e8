//! Times as they are passed in: RFC 3339 texts. This crate reads no clock.

/// The day a time lies in, counted from 1970-01-01; nothing where the text is not RFC 3339 such as
/// `2026-11-20T08:46:27Z`.
#[must_use]
pub fn day_of(time: &str) -> Option<i64> {
    let shaped = time.is_ascii()
        && time.len() >= 20
        && time.len() <= 40
        && time.bytes().enumerate().take(19).all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            10 => byte == b'T' || byte == b't' || byte == b' ',
            13 | 16 => byte == b':',
            _ => byte.is_ascii_digit(),
        })
        && time.bytes().skip(19).all(|byte| byte.is_ascii_digit() || b".:+-Zz".contains(&byte));
    if !shaped {
        return None;
    }
    let number = |from: usize, to: usize| time[from..to].parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let real = (1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    real.then(|| days_from_civil(year, month, day))
}

/// Howard Hinnant's `days_from_civil`: <https://howardhinnant.github.io/date_algorithms.html>.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_days() {
        assert_eq!(day_of("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(day_of("2000-03-01T12:00:00+02:00"), Some(11_017));
        assert_eq!(day_of("2026-11-20T08:46:27.123Z"), Some(20_777));
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in ["", "now", "2026-11-20", "2026-13-20T08:46:27Z", "2026-11-20T24:46:27Z", "2026-11-20T08:46:27Ж"] {
            assert_eq!(day_of(text), None, "{text:?} was taken");
        }
    }
}
