//! A display of our own, and the hands and eyes of somebody who sits before it.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// An X server without a monitor. It picks a free number itself, so that any number of runs can share a machine.
pub struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    /// Starts the server and waits until it answers.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is not installed: run ./dev setup");
        let mut number = String::new();
        // The server writes its number when it is ready, and closes its output if it fails.
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self { server, name: format!(":{}", number.trim()) }
    }

    /// The display's name, as `DISPLAY` wants it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Takes a picture of everything on the display.
    pub fn picture(&self, file: &Path) {
        let done = self.command("import").args(["-window", "root", "-strip"]).arg(file).status().unwrap();
        assert!(done.success(), "no picture could be taken into {}", file.display());
    }

    /// Whether a window with exactly this title is on the screen.
    pub fn shows(&self, title: &str) -> bool {
        let pattern = format!("^{title}$");
        let found = self.command("xdotool").args(["search", "--onlyvisible", "--name", &pattern]).output().unwrap();
        !found.stdout.is_empty()
    }

    /// Types a path into the system's file dialog with this title, and confirms it.
    pub fn answer_dialog(&self, title: &str, path: &Path) {
        let pattern = format!("^{title}$");
        self.hands(&["search", "--onlyvisible", "--name", &pattern, "windowfocus", "--sync"]);
        self.hands(&["key", "ctrl+a"]);
        // The name's field swallows the first character of a fast typist.
        self.hands(&["type", "--delay", "15", path.to_str().unwrap()]);
        self.hands(&["key", "Return"]);
    }

    fn hands(&self, words: &[&str]) {
        let done = self.command("xdotool").args(words).stdout(Stdio::null()).status().unwrap();
        assert!(done.success(), "xdotool {words:?} failed");
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("DISPLAY", &self.name);
        command
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // The window, if it is still there, ends with its display.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
