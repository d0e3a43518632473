//! The browser's window and document. The only place that asks for them.

/// The window of this page; none outside a page.
#[expect(clippy::disallowed_methods, reason = "the one place where platform takes the window")]
pub(super) fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

/// The document of this page.
pub(super) fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The `<html>` element.
pub(super) fn root() -> Option<web_sys::Element> {
    document()?.document_element()
}

/// The name of a thrown JavaScript error, such as `QuotaExceededError`; empty if it has none.
pub(super) fn error_name(error: &wasm_bindgen::JsValue) -> String {
    js_sys::Reflect::get(error, &"name".into())
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
