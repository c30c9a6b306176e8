//! WebKit's driver, which starts the window and holds its strings.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::programs;

/// How long the driver may take to listen, and the window to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts a driver; the window that it starts later gets the same environment.
    pub fn start(environment: &[(&str, String)]) -> Self {
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        // A screen of this machine's user is nothing for a test.
        command.env_remove("WAYLAND_DISPLAY");
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        let process = command.spawn().expect("WebKitWebDriver is not installed: run ./dev setup");
        let driver = Self { process, port };
        driver.wait_until_listening();
        driver
    }

    /// Starts the window, on `file` if there is one.
    pub async fn open_window(&self, file: Option<&str>) -> Client {
        let options = json!({ "binary": programs::window(), "args": Vec::from_iter(file) });
        let wishes = [("webkitgtk:browserOptions".to_owned(), options)];
        let wishes: serde_json::Map<String, Value> = wishes.into_iter().collect();
        ClientBuilder::new(HttpConnector::new())
            .capabilities(wishes)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .expect("the window did not start")
    }

    /// Waits until the window's process is gone, so that the next start finds what it left behind and nobody in it.
    pub fn wait_for_window_to_end(&self) {
        let started = Instant::now();
        while !children(self.process.id()).is_empty() {
            assert!(started.elapsed() < PATIENCE, "the window did not end when it was closed");
            std::thread::yield_now();
        }
    }

    fn wait_until_listening(&self) {
        let started = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            assert!(started.elapsed() < PATIENCE, "WebKitWebDriver does not listen on port {}", self.port);
            std::thread::yield_now();
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on at this moment.
fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port()
}

/// The living processes that `parent` has started. One that has ended and still stands in the system's table is not counted.
fn children(parent: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    processes.filter(|process| living_child_of(*process, parent)).collect()
}

fn living_child_of(process: u32, parent: u32) -> bool {
    let Ok(stat) = fs::read_to_string(format!("/proc/{process}/stat")) else { return false };
    // After the name in brackets, which may hold anything: the state and the parent.
    let Some((_, facts)) = stat.rsplit_once(')') else { return false };
    let mut facts = facts.split_whitespace();
    facts.next() != Some("Z") && facts.next() == Some(&parent.to_string())
}
