//! From a drawing to files. The SVG is the one source of truth; PNG and PDF are made from it, with the bundled font
//! only, so that the same figure gives the same bytes on every machine.

mod pdf;
mod png;
pub(crate) mod svg;

pub use pdf::to_pdf;
pub use png::to_png;

use crate::text::{FONT_FAMILY, FONT_REGULAR, FONT_SEMI_BOLD};
use std::sync::{Arc, OnceLock};
use usvg::fontdb::{Database, Source};

/// Why a picture could not be made into a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenderError {
    /// The SVG was not understood.
    #[error("the picture cannot be read: {fact}")]
    Unreadable {
        /// What the reader said.
        fact: String,
    },
    /// The picture is too large to be held, or empty.
    #[error("a picture of {width} x {height} pixels cannot be made")]
    Size {
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
    },
    /// The writer of the format refused.
    #[error("the {format} cannot be written: {fact}")]
    Unwritable {
        /// `PNG` or `PDF`.
        format: &'static str,
        /// What the writer said.
        fact: String,
    },
}

/// The SVG as a tree, its text set in the bundled font.
fn read(svg: &str) -> Result<usvg::Tree, RenderError> {
    let options = usvg::Options { font_family: FONT_FAMILY.to_owned(), fontdb: fonts(), ..usvg::Options::default() };
    usvg::Tree::from_str(svg, &options).map_err(|error| RenderError::Unreadable { fact: error.to_string() })
}

/// The bundled font and nothing of the machine's own.
fn fonts() -> Arc<Database> {
    static FONTS: OnceLock<Arc<Database>> = OnceLock::new();
    let load = || {
        let mut fonts = Database::new();
        for bytes in [FONT_REGULAR, FONT_SEMI_BOLD] {
            fonts.load_font_source(Source::Binary(Arc::new(bytes)));
        }
        fonts.set_sans_serif_family(FONT_FAMILY);
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}
