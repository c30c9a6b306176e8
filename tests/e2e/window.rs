//! The window as its user sees it: things are found by their test id, read, clicked and typed into.

use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::driver::Driver;

/// How long anything may take that the window does by itself.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a condition is looked at again.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

/// The Enter key, as WebDriver writes it.
pub const ENTER: char = '\u{e007}';
/// The End key.
pub const END: char = '\u{e010}';
const ESCAPE: char = '\u{e00c}';
const RIGHT: char = '\u{e014}';
const DOWN: char = '\u{e015}';
const CTRL_HOME: &str = "\u{e009}\u{e011}\u{e009}";
const CTRL_C: &str = "\u{e009}c\u{e009}";

/// The open window.
pub struct Window {
    client: Client,
    driver: Driver,
}

impl Window {
    /// Waits until the first chart is painted.
    pub async fn ready(driver: Driver, client: Client) -> Self {
        let window = Self { client, driver };
        window.find("app-ready").await;
        window
    }

    /// Does something with the thing with this test id, as soon as it is there. The page may put another in its place at any
    /// moment; then the new one is taken.
    async fn with<T>(&self, id: &str, act: impl AsyncFn(Element) -> Result<T, CmdError>) -> T {
        self.with_first(&by_id(id), act).await
    }

    /// The same with the first thing that a CSS selector finds.
    async fn with_first<T>(&self, selector: &str, act: impl AsyncFn(Element) -> Result<T, CmdError>) -> T {
        let mut done = None;
        self.until(selector, async || {
            if let Ok(element) = self.client.find(Locator::Css(selector)).await {
                done = act(element).await.ok();
            }
            done.is_some()
        })
        .await;
        done.unwrap()
    }

    /// Waits until there is a thing with this test id.
    pub async fn find(&self, id: &str) {
        self.with(id, async |_| Ok(())).await;
    }

    /// Whether there is a thing with this test id now.
    pub async fn has(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&by_id(id))).await.is_ok()
    }

    /// The text that stands on the thing with this test id.
    pub async fn text(&self, id: &str) -> String {
        self.with(id, async |thing| thing.text().await).await
    }

    /// The text inside the thing with this test id. The driver's own reading of it stops at a clamped line.
    pub async fn content(&self, id: &str) -> String {
        self.with(id, async |thing| thing.prop("textContent").await).await.unwrap_or_default()
    }

    /// An attribute of the thing with this test id; empty when it has none.
    pub async fn attribute(&self, id: &str, name: &str) -> String {
        self.with(id, async |thing| thing.attr(name).await).await.unwrap_or_default()
    }

    /// Clicks on the thing with this test id.
    pub async fn click(&self, id: &str) {
        self.with(id, async |thing| thing.click().await).await;
    }

    /// Types into the thing with this test id.
    pub async fn type_into(&self, id: &str, keys: &str) {
        self.with(id, async |thing| thing.send_keys(keys).await).await;
    }

    /// Sends a key to the first thing that a CSS selector finds.
    pub async fn press_on(&self, selector: &str, key: char) {
        self.with_first(selector, async |thing| thing.send_keys(&key.to_string()).await).await;
    }

    /// What the button with this test id is called.
    pub async fn label(&self, id: &str) -> String {
        self.attribute(id, "aria-label").await
    }

    /// Opens the amount of the row with this code for editing and types `keys` over it.
    pub async fn type_amount(&self, code: &str, keys: &str) {
        let cell = cell_of(code);
        self.click(&cell).await;
        // The grid keeps the focus, whichever cell is active.
        self.until(&cell, async || self.active_cell().await == cell).await;
        self.keys(&ENTER.to_string()).await;
        self.type_into("amount-editor", keys).await;
    }

    /// Types in place of what stands in the field with this test id.
    pub async fn type_over(&self, id: &str, text: &str) {
        self.with(id, async |thing| thing.clear().await).await;
        self.type_into(id, text).await;
    }

    /// Attributes of each of the things with this test id, in the order of the page.
    pub async fn attributes<const COUNT: usize>(&self, id: &str, names: [&str; COUNT]) -> Vec<[String; COUNT]> {
        const READ: &str = "return [...document.querySelectorAll(arguments[0])]\
            .map(thing => arguments[1].map(name => thing.getAttribute(name) ?? ''))";
        let arguments = vec![Value::from(by_id(id)), Value::from(names.to_vec())];
        let told = self.client.execute(READ, arguments).await.unwrap();
        let told: Vec<Vec<String>> = serde_json::from_value(told).unwrap();
        told.into_iter().map(|texts| texts.try_into().unwrap()).collect()
    }

    /// Leaves the editor without a change.
    pub async fn leave_editor(&self) {
        self.type_into("amount-editor", &ESCAPE.to_string()).await;
        self.until("the editor to close", async || !self.has("amount-editor").await).await;
    }

    /// The exact amount that a row's cell holds.
    pub async fn exact_in_cell(&self, code: &str) -> String {
        self.attribute(&cell_of(code), "data-amount").await
    }

    /// Waits until a row's cell has this exact amount.
    pub async fn cell_becomes(&self, code: &str, amount: &str) {
        self.until(&format!("{code} to be {amount}"), async || self.exact_in_cell(code).await == amount).await;
    }

    /// The texts of a table as they are shown, row by row.
    pub async fn rows(&self, id: &str) -> Vec<Vec<String>> {
        const SHOWN: &str =
            "return [...arguments[0].rows].map(row => [...row.cells].map(cell => cell.innerText.trim()))";
        let rows = self.with(id, async |table| {
            let table = serde_json::to_value(table)?;
            self.client.execute(SHOWN, vec![table]).await
        });
        serde_json::from_value(rows.await).unwrap()
    }

    /// Waits until the text on the thing with this test id satisfies `expected`, and returns it.
    pub async fn text_when(&self, id: &str, expected: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        self.until(&format!("the text of {id} to change"), async || {
            text = self.text(id).await;
            expected(&text)
        })
        .await;
        text
    }

    /// Waits until two frames are painted, so that the screen shows what the page holds.
    pub async fn painted(&self) {
        let two_frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        self.client.execute_async(two_frames, Vec::new()).await.unwrap();
    }

    /// Types on the keyboard, wherever the page has its focus.
    pub async fn keys(&self, keys: &str) {
        let focused = self.client.active_element().await.unwrap();
        focused.send_keys(keys).await.unwrap();
    }

    /// The test id of the grid's active cell; empty where the focus is elsewhere.
    pub async fn active_cell(&self) -> String {
        const READ: &str = "const grid = document.activeElement; \
            const cell = document.getElementById(grid?.getAttribute('aria-activedescendant') ?? ''); \
            return cell?.dataset.testid ?? '';";
        let told = self.client.execute(READ, Vec::new()).await.unwrap();
        told.as_str().unwrap_or_default().to_owned()
    }

    /// Walks to a cell of the grid by arrow keys, from the first one: to its column, then down.
    pub async fn walk_to(&self, cell: &str, is_column: impl Fn(&str) -> bool) {
        self.keys(CTRL_HOME).await;
        self.until("the first cell", async || !self.active_cell().await.is_empty()).await;
        for (key, there) in [(RIGHT, false), (DOWN, true)] {
            let mut last = None;
            self.until(cell, async || {
                let now = self.active_cell().await;
                let done = if there { now == cell } else { is_column(&now) };
                // One key at a time: the next one only when the last one has arrived. A group's words are one cell, of which
                // the status bar says where in it one stands.
                let place = Some((now, self.content("status-cell").await));
                if !done && place != last {
                    last = place;
                    self.keys(&key.to_string()).await;
                }
                done
            })
            .await;
        }
    }

    /// Puts a text on the clipboard as a reader would: selects it in a field, and copies it by keys.
    pub async fn copy_text(&self, text: &str) {
        const PUT: &str = "const field = document.createElement('textarea'); field.id = 'copied'; \
            field.value = arguments[0]; document.body.append(field); field.focus(); field.select();";
        self.client.execute("window.before_copy = document.activeElement;", Vec::new()).await.unwrap();
        self.client.execute(PUT, vec![Value::from(text)]).await.unwrap();
        self.keys(CTRL_C).await;
        self.client
            .execute("document.getElementById('copied').remove(); window.before_copy?.focus();", Vec::new())
            .await
            .unwrap();
    }

    /// Puts axe-core into the page.
    pub async fn load_axe(&self) {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.client.execute(&axe, Vec::new()).await.unwrap();
    }

    /// What axe-core finds wrong on the page as it is, one line for each rule, with where.
    pub async fn violations(&self) -> Vec<String> {
        const RUN: &str = "const done = arguments[0]; \
            axe.run(document).then(found => done(found.violations.map(rule => \
                rule.id + ': ' + rule.nodes.map(node => node.target.join(' ')).slice(0, 6).join(', '))), \
                wrong => done([String(wrong)]));";
        serde_json::from_value(self.client.execute_async(RUN, Vec::new()).await.unwrap()).unwrap()
    }

    /// Asks a command of the bridge's table through the page's own door: `{ answered }` or `{ refused }`.
    pub async fn call(&self, command: &str) -> Value {
        const ASK: &str = "const [command, done] = arguments; \
            window.__TAURI_INTERNALS__.invoke('call', { command, request: {} }) \
                .then(answered => done({ answered }), refused => done({ refused }));";
        self.client.execute_async(ASK, vec![Value::from(command)]).await.unwrap()
    }

    /// Looks again and again until `holds`, and fails when that takes too long. `what` completes "waited for".
    pub async fn until(&self, what: &str, mut holds: impl AsyncFnMut() -> bool) {
        let started = Instant::now();
        let mut looks = tokio::time::interval(LOOK_AGAIN);
        while !holds().await {
            assert!(started.elapsed() < PATIENCE, "waited {} s for {what}", PATIENCE.as_secs());
            looks.tick().await;
        }
    }

    /// Closes the window, as its user does when the work is over.
    pub async fn close(self) {
        self.client.close().await.unwrap();
        self.driver.wait_for_window_to_end();
    }
}

fn by_id(id: &str) -> String {
    format!("[data-testid='{id}']")
}

fn cell_of(code: &str) -> String {
    format!("cell-{code}-amount")
}
