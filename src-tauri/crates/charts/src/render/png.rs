//! PNG through resvg.

use super::{RenderError, read};
use resvg::tiny_skia::{Pixmap, Transform};

/// The largest side of a picture in pixels.
const LONGEST_SIDE: f32 = 16_384.0;

/// The picture as a PNG, `scale` pixels for each pixel of the SVG (2 is crisp: one-pixel lines blur at 1). The file
/// says how many pixels make an inch, so that it is pasted at its nominal size.
///
/// # Errors
/// [`RenderError`] where the SVG is not understood or the size cannot be held.
pub fn to_png(svg: &str, scale: f32) -> Result<Vec<u8>, RenderError> {
    let tree = read(svg)?;
    let (width, height) = (tree.size().width() * scale, tree.size().height() * scale);
    let too_large = RenderError::Size { width: width as u32, height: height as u32 };
    if !(width >= 1.0 && height >= 1.0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE) {
        return Err(too_large);
    }
    let mut pixels = Pixmap::new(width.round() as u32, height.round() as u32).ok_or(too_large)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let png =
        pixels.encode_png().map_err(|error| RenderError::Unwritable { format: "PNG", fact: error.to_string() })?;
    Ok(with_density(png, f64::from(scale) * 96.0 / 0.0254))
}

/// Length, name, width, height, depth and kind: the signature and the header that open every PNG.
const HEAD_BYTES: usize = 8 + 4 + 4 + 13 + 4;

/// Adds the chunk that tells the pixels per metre (PNG 3rd edition, 11.3.4.3), right after the header.
fn with_density(mut png: Vec<u8>, per_metre: f64) -> Vec<u8> {
    let density = (per_metre.round() as u32).to_be_bytes();
    let mut chunk = b"pHYs".to_vec();
    chunk.extend(density);
    chunk.extend(density);
    chunk.push(1);
    let check = crc32(&chunk).to_be_bytes();
    let whole = 9_u32.to_be_bytes().into_iter().chain(chunk).chain(check);
    png.splice(HEAD_BYTES..HEAD_BYTES, whole);
    png
}

/// The check sum of a PNG chunk (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc: u32, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_that_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b"IEND"), 0xAE42_6082);
    }
}
