//! A bare window of the same web view, with nothing in it: what the bench holds the program's memory against.

use tauri::WebviewUrl;
use tauri::webview::WebviewWindowBuilder;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .setup(|app| {
            let blank = WebviewUrl::External("about:blank".parse()?);
            WebviewWindowBuilder::new(app, "bare", blank).title("Bare").inner_size(1440.0, 900.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
