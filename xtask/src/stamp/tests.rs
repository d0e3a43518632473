//! Stamping whole folders, and the small readers one by one.

use std::path::PathBuf;

use super::*;

const POLICY: &str = "default-src 'none'; script-src 'self'";

/// A small build in a folder of its own, removed at the end of the test.
struct Build(PathBuf);

impl Build {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("xtask-stamp-{name}-{}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(folder.join("icons")).unwrap();
        let build = Self(folder);
        build.write(
            INDEX,
            &page(
                r#"<meta name="sk-build" content="dev">
                <link rel="stylesheet" href="./10-a-0000000000000001.css" integrity="sha384-x"/>
                <link rel="stylesheet" href="./20-b-0000000000000002.css" integrity="sha384-x"/>
                <link rel="preload" href="./app-0123456789abcdef_bg.wasm" crossorigin="anonymous" integrity="sha384-y" as="fetch" type="application/wasm">
                <script src="./boot-0123456789abcdef.js" integrity="sha384-z"></script>"#,
            ),
        );
        build.write("404.html", &page(""));
        build.write("10-a-0000000000000001.css", "/* one */\n@layer a, b;\n");
        build.write("20-b-0000000000000002.css", "@layer b { p { margin: 0 auto; } }\n");
        build.write("boot-0123456789abcdef.js", "start();\n");
        build.write("work-0123456789abcdef.js", "work();\n");
        build.write("app-0123456789abcdef_bg.wasm", "module");
        build.write("icons/icon.svg", "<svg/>");
        build.write("icons/touch.png", "png");
        build.write(
            "manifest.webmanifest",
            r#"{"name":"X","icons":[{"src":"icons/icon.svg","sizes":"any"}]}"#,
        );
        build.write("icons/plain.svg", "<svg/>");
        build.write(
            "plain.webmanifest",
            r#"{"name":"Y","icons":[{"src":"icons/plain.svg","sizes":"any"}]}"#,
        );
        build.write(WORKER, "const STAMP = null;\nwork();\n");
        build
    }

    fn write(&self, name: &str, contents: &str) {
        fs::write(self.0.join(name), contents).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap()
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn page(head: &str) -> String {
    format!(
        r#"<!doctype html><!-- <style> in a comment is nothing -->
        <html><head><meta http-equiv="Content-Security-Policy" content="{POLICY}">{head}</head>
        <body><p>1 < 2</p></body></html>"#
    )
}

/// What the worker was told.
fn stamp_of(build: &Build) -> serde_json::Value {
    let worker = build.read(WORKER);
    let line = worker.lines().next().unwrap();
    let json = line.strip_prefix("const STAMP = ").unwrap().strip_suffix(';').unwrap();
    serde_json::from_str(json).unwrap()
}

#[test]
fn the_worker_knows_every_other_file_by_its_hash() {
    let build = Build::new("files");
    let report = run(&build.0, &[]).unwrap();
    let stamp = stamp_of(&build);
    let files = stamp["files"].as_object().unwrap();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names.len(), report.files);
    assert!(names.iter().any(|name| name.starts_with("style-") && ending(name) == "css"));
    assert!(!names.contains(&WORKER) && !names.contains(&HEADERS) && !names.contains(&SUMS));
    for (name, hash) in files {
        assert_eq!(sha256(build.read(name).as_bytes()), hash.as_str().unwrap(), "{name}");
    }
    assert_eq!(stamp["build"], report.build.as_str());
    let index = build.read(INDEX);
    assert!(index.contains(&format!(r#"<meta name="sk-build" content="{}">"#, report.build)));
}

#[test]
fn checksums_cover_everything_that_is_served() {
    let build = Build::new("sums");
    run(&build.0, &[]).unwrap();
    let sums = build.read(SUMS);
    let (mut listed, mut there) = (0, 0);
    for line in sums.lines() {
        let (hash, name) = line.split_once("  ").unwrap();
        assert_eq!(sha256(build.read(name).as_bytes()), hash, "{name}");
        listed += 1;
    }
    for entry in walkdir::WalkDir::new(&build.0) {
        there += usize::from(entry.unwrap().file_type().is_file());
    }
    assert_eq!(listed, there - 1, "all but the list itself");
}

#[test]
fn the_id_follows_every_byte_and_nothing_else() {
    let id = |change: &dyn Fn(&Build)| {
        let build = Build::new("id");
        change(&build);
        run(&build.0, &[]).unwrap().build
    };
    let plain = id(&|_| {});
    assert_eq!(plain, id(&|_| {}));
    for name in ["boot-0123456789abcdef.js", "icons/icon.svg", "404.html", INDEX] {
        let changed = id(&|build| build.write(name, &(build.read(name) + "\n")));
        assert_ne!(plain, changed, "{name}");
    }
    assert_ne!(plain, id(&|build| build.write(WORKER, "const STAMP = null;\nrest();\n")));
}

#[test]
fn one_policy_everywhere() {
    let build = Build::new("policy");
    run(&build.0, &[]).unwrap();
    let sent = format!("{POLICY}; frame-ancestors 'none'");
    assert_eq!(stamp_of(&build)["headers"]["Content-Security-Policy"], sent.as_str());
    let rules = crate::headers::Rules::parse(&build.read(HEADERS)).unwrap();
    let of = |path: &str, name: &str| {
        rules.for_path(path).into_iter().find(|(other, _)| other == name).map(|(_, value)| value)
    };
    assert_eq!(of("/", "Content-Security-Policy"), Some(sent));
    for (name, value) in stamp_of(&build)["headers"].as_object().unwrap() {
        assert_eq!(of("/404.html", name).as_deref(), value.as_str(), "{name}");
    }
    assert_eq!(
        of("/sw.js", "Content-Security-Policy").as_deref(),
        Some("default-src 'none'; connect-src 'self'")
    );
    assert_eq!(of("/sw.js", "Cache-Control").as_deref(), Some("no-cache"));
    let work = "/work-0123456789abcdef.js";
    let beside = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'";
    assert_eq!(of(work, "Content-Security-Policy").as_deref(), Some(beside));
    assert!(of(work, "Cache-Control").unwrap().ends_with("immutable"));
    assert_eq!(
        stamp_of(&build)["work"],
        serde_json::json!({ "file": work.trim_start_matches('/'), "policy": beside })
    );
    let hashed = of("/app-0123456789abcdef_bg.wasm", "Cache-Control").unwrap();
    assert!(hashed.ends_with("immutable"), "{hashed}");
}

#[test]
fn refuses_what_breaks_the_policy() {
    for (head, complaint) in [
        ("<script>go()</script>", "inline script"),
        (r#"<script src="a.js">go()</script>"#, "inline script"),
        ("<style>p{}</style>", "inline style sheet"),
        (r#"<p style="color:red">"#, "inline style"),
        (r#"<p onclick="go()">"#, "inline handler"),
        (r#"<base href="x/">"#, "base address"),
        (r#"<script src="https://example.org/a.js"></script>"#, "foreign address"),
        (r#"<link rel="icon" href="//example.org/a.png">"#, "foreign address"),
        (r#"<a href="javascript:go()">x</a>"#, "foreign address"),
        ("<!-- never closed", "never ends"),
    ] {
        let error = html::check(&page(head), POLICY).unwrap_err().to_string();
        assert!(error.contains(complaint), "{head}: {error}");
    }
    assert!(html::check(&page(""), "default-src 'self'").is_err());
    assert!(html::check(&page(r#"<link rel="icon" href="data:image/svg+xml,x">"#), POLICY).is_ok());
}

#[test]
fn refuses_a_second_stamp() {
    let build = Build::new("twice");
    run(&build.0, &[]).unwrap();
    assert!(run(&build.0, &[]).unwrap_err().to_string().contains("stamped already"));
}

#[test]
fn one_style_sheet() {
    let build = Build::new("styles");
    run(&build.0, &[]).unwrap();
    let index = build.read(INDEX);
    assert_eq!(index.matches("stylesheet").count(), 1);
    assert!(!build.0.join("10-a-0000000000000001.css").exists());
    assert!(index.contains("sha384-z"), "scripts keep theirs");
    let name = index.split("href=\"./style-").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(build.read(&format!("style-{name}")), "@layer a,b;\n@layer b{p{margin: 0 auto;}}\n");
}

#[test]
fn icons_need_no_request() {
    let build = Build::new("icons");
    run(&build.0, &[]).unwrap();
    for (name, icon) in [("manifest", "icon"), ("plain", "plain")] {
        let manifest: serde_json::Value =
            serde_json::from_str(&build.read(&format!("{name}.webmanifest"))).unwrap();
        assert_eq!(manifest["icons"][0]["src"], "data:image/svg+xml;base64,PHN2Zy8+");
        assert_eq!(manifest["icons"][0]["sizes"], "any");
        assert!(!build.0.join(format!("icons/{icon}.svg")).exists());
    }
    assert!(build.0.join("icons/touch.png").exists());
}

#[test]
fn compact_keeps_meaning() {
    for (css, expected) in [
        ("a  b { }", "a b{}"),
        ("a :hover,\n b{}", "a :hover,b{}"),
        ("a/* x */b", "a b"),
        (
            "p::after { content: \"/* a  b */ \\\" ;\"; }",
            "p::after{content: \"/* a  b */ \\\" ;\";}",
        ),
        ("x { width: calc(1px + 2px) }", "x{width: calc(1px + 2px)}"),
        ("/* never closed", ""),
    ] {
        assert_eq!(styles::compact(css), expected, "{css:?}");
    }
}

#[test]
fn names_with_a_hash() {
    for (name, expected) in [
        ("app-0123456789abcdef.js", true),
        ("app-0123456789abcdef_bg.wasm", true),
        ("sw.js", false),
        ("icon-192.png", false),
        ("app-0123456789abcdef0.js", false),
        ("app-0123456789abcde.js", false),
    ] {
        assert_eq!(headers::has_hash(name), expected, "{name}");
    }
}

#[test]
fn what_stands_beside_is_summed_and_not_kept() {
    let build = Build::new("beside");
    let report = run(&build.0, &[("bill.json", |id| Ok(format!("of {id}\n")))]).unwrap();
    assert_eq!(build.read("bill.json"), format!("of {}\n", report.build));
    assert_eq!(stamp_of(&build)["files"].get("bill.json"), None);
    let n = crate::sums::check(&build.0).unwrap();
    assert!(crate::sums::read(&build.0).unwrap().contains_key("bill.json"));
    for (name, text) in [("bill.json", "another"), ("new.txt", "x")] {
        build.write(name, text);
        let error = crate::sums::check(&build.0).unwrap_err().to_string();
        assert!(error.ends_with(name), "{error}");
        build.write("bill.json", &format!("of {}\n", report.build));
    }
    println!("{n} files, each with its sum");
}
