//! The pictures of the README: the built app with its sample diary, in Chromium.
//!
//! `cargo xtask screens` runs it and leaves them in `docs/screens`.

use std::process::ExitCode;

use satkarya_e2e::{
    Result,
    app::{self, Place},
    engine::Engine,
    runner::{self, Journey, Serve, Stage},
    wait,
};
use serde_json::json;

const PHONE: (i64, i64) = (360, 740);
const DESK: (i64, i64) = (1280, 800);

/// Name of the file, size, theme, place, and whether the sample diary is shown.
const PICTURES: [(&str, (i64, i64), &str, &str, bool); 5] = [
    ("today-phone-light", PHONE, "light", "today", false),
    ("trends-desk-light", DESK, "light", "trends", true),
    ("month-phone-dark", PHONE, "dark", "pages/month", true),
    ("pages-desk-dark", DESK, "dark", "pages", true),
    ("rings-desk-light", DESK, "light", "rings", true),
];

fn main() -> ExitCode {
    let screens =
        [Journey::new("screens", |stage| Box::pin(screens(stage))).only(&[Engine::Chromium])];
    runner::main(&screens, Serve::Dist)
}

async fn screens(stage: &mut Stage) -> Result<String> {
    let folder = stage.lab.repository.join("docs/screens");
    stage.open().await?;
    for (name, (width, height), theme, address, sample) in PICTURES {
        stage.browser.viewport(width, height).await?;
        let set = "const prefs = { theme: arguments[0], motion: 'less' };
            if (arguments[1]) prefs.sample = new Date().toISOString().slice(0, 10);
            localStorage.setItem('sk1.u', JSON.stringify(prefs));";
        stage.browser.run(set, vec![json!(theme), json!(sample)]).await?;
        stage.browser.reload().await?;
        stage.browser.is_ready().await?;
        let place = app::everywhere().find(|place| place.address == address);
        stage.visit(place.unwrap_or(Place { address, heading: "diary-title" })).await?;
        let drawn = "return document.querySelector('main .rings--loading') === null";
        wait::until("the page to be drawn", async || {
            Ok((stage.browser.run(drawn, vec![]).await? == json!(true)).then_some(()))
        })
        .await?;
        stage.browser.shoot(&folder.join(format!("{name}.png"))).await?;
    }
    Ok(format!("{} pictures in docs/screens", PICTURES.len()))
}
