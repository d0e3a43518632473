//! Starts the app.

fn main() {
    satkarya::run();
}
