//! The window as its user sees it: things are found by their test id, read, clicked and typed into.

use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::driver::Driver;

/// How long anything may take that the window does by itself.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a condition is looked at again.
const LOOK_AGAIN: Duration = Duration::from_millis(20);

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

    /// The thing with this test id, as soon as it is there.
    pub async fn find(&self, id: &str) -> Element {
        let mut found = None;
        self.until(&format!("{id} to appear"), async || {
            found = self.client.find(Locator::Css(&by_id(id))).await.ok();
            found.is_some()
        })
        .await;
        found.unwrap()
    }

    /// Whether the thing with this test id is there now.
    pub async fn has(&self, id: &str) -> bool {
        self.client.find(Locator::Css(&by_id(id))).await.is_ok()
    }

    /// The text that stands on the thing with this test id.
    pub async fn text(&self, id: &str) -> String {
        self.find(id).await.text().await.unwrap()
    }

    /// An attribute of the thing with this test id; empty when it has none.
    pub async fn attribute(&self, id: &str, name: &str) -> String {
        self.find(id).await.attr(name).await.unwrap().unwrap_or_default()
    }

    /// Clicks on the thing with this test id.
    pub async fn click(&self, id: &str) {
        self.find(id).await.click().await.unwrap();
    }

    /// Types into the thing with this test id.
    pub async fn type_into(&self, id: &str, keys: &str) {
        self.find(id).await.send_keys(keys).await.unwrap();
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

    /// What a script in the page returns.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Waits until two frames are painted, so that the screen shows what the page holds.
    pub async fn painted(&self) {
        let two_frames = "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))";
        self.client.execute_async(two_frames, Vec::new()).await.unwrap();
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
        drop(self.driver);
    }
}

fn by_id(id: &str) -> String {
    format!("[data-testid='{id}']")
}
