//! PDF through krilla: one page of the picture's size, text selectable, the same bytes every time.

use super::{RenderError, read};
use crate::figure::Figure;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

/// Points in a CSS pixel: 96 pixels and 72 points make an inch.
const POINTS_PER_PIXEL: f32 = 0.75;

/// The figure as a PDF of one page. Its title, text alternative and language are written into the file; no date is.
///
/// # Errors
/// [`RenderError`] where the SVG is not understood or the PDF cannot be written.
pub fn to_pdf(figure: &Figure, language: &str) -> Result<Vec<u8>, RenderError> {
    let unwritable = |fact: String| RenderError::Unwritable { format: "PDF", fact };
    let tree = read(&figure.svg)?;
    let (width, height) = (tree.size().width() * POINTS_PER_PIXEL, tree.size().height() * POINTS_PER_PIXEL);
    let size = Size::from_wh(width, height).ok_or(RenderError::Size { width: figure.width, height: figure.height })?;
    let mut document = Document::new_with(SerializeSettings::default());
    let settings =
        PageSettings::from_wh(width, height).ok_or(RenderError::Size { width: figure.width, height: figure.height })?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    surface
        .draw_svg(&tree, size, SvgSettings { embed_text: true, ..SvgSettings::default() })
        .ok_or_else(|| unwritable("the picture cannot be drawn on a page".to_owned()))?;
    surface.finish();
    page.finish();
    document.set_metadata(
        Metadata::new()
            .title(figure.title.clone())
            .description(figure.alt.clone())
            .language(language.to_owned())
            .creator(format!("Tranche {}", figure.fingerprint)),
    );
    document.finish().map_err(|error| unwritable(format!("{error:?}")))
}
