//! A bare window of the same web view, with one word in it: what the bench holds the program's memory against.

use tauri::WebviewUrl;
use tauri::http::Response;
use tauri::webview::WebviewWindowBuilder;

/// The whole page.
const PAGE: &[u8] = b"<!doctype html><title>Bare</title><p>Bare</p>";

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, _| Response::new(PAGE))
        .setup(|app| {
            let page = WebviewUrl::CustomProtocol("bare://localhost/".parse()?);
            WebviewWindowBuilder::new(app, "bare", page).title("Bare").inner_size(1440.0, 900.0).build()?;
            Ok(())
        })
        .run(tauri::generate_context!())
}
