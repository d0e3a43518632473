//! Waiting for conditions. The only place in the journeys where time is allowed to pass.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a condition may take unless a journey says otherwise.
pub const PATIENCE: Duration = Duration::from_secs(15);

const LOOK_AGAIN: Duration = Duration::from_millis(25);

/// Asks again and again until `ask` answers with a value, for at most [`PATIENCE`].
///
/// An error counts as "not yet" (the page may be between two states); the last one is told.
///
/// # Errors
/// When the time is over; the message says what was awaited.
pub async fn until<T>(what: &str, ask: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    within(PATIENCE, what, ask).await
}

/// As [`until`], for at most `limit`.
///
/// # Errors
/// When the time is over.
pub async fn within<T>(
    limit: Duration,
    what: &str,
    mut ask: impl AsyncFnMut() -> Result<Option<T>>,
) -> Result<T> {
    let deadline = Instant::now() + limit;
    loop {
        let answer = ask().await;
        if let Ok(Some(value)) = answer {
            return Ok(value);
        }
        if Instant::now() > deadline {
            match answer {
                Err(error) => bail!("waited {limit:?} for {what}; last error: {error:#}"),
                Ok(_) => bail!("waited {limit:?} for {what}"),
            }
        }
        tokio::time::sleep(LOOK_AGAIN).await;
    }
}

/// Lets exactly this much time pass: for tests whose subject is time itself, such as a browser
/// killed three seconds after a save. Never a substitute for [`until`].
pub async fn pass(time: Duration) {
    tokio::time::sleep(time).await;
}
