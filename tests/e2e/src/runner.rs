//! Runs journeys: chooses them, starts an engine for each, prints what each one saw, and closes
//! with a table. A failed journey is never tried again; it is a finding. One that was cut off by a
//! crash of the engine itself is begun anew once, and the closing table counts it.

use std::{
    env,
    future::Future,
    panic::AssertUnwindSafe,
    path::{Path, PathBuf},
    pin::Pin,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, bail};
use futures_util::FutureExt as _;

use crate::{
    browser::{Browser, Setup},
    display::Display,
    engine::Engine,
    server::Server,
    words::Words,
};

/// What a journey comes back with: its figure, or what went wrong.
pub type Outcome<'a> = Pin<Box<dyn Future<Output = Result<String>> + 'a>>;

/// What may run beside a journey on a machine that could run two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Company {
    /// Any journey that bears the same.
    Any,
    /// Another that waits more than it works: it kills, fills the disk, or waits for what must
    /// not come, and a processor of its own is all that it needs.
    Calm,
    /// Nothing: it looks at how long something takes, or at what comes first.
    Nothing,
}

/// One flow through the app that only a browser can prove.
#[derive(Clone, Copy, Debug)]
pub struct Journey {
    /// Its name on the command line: `kill-after-saved`.
    pub name: &'static str,
    /// The engines it runs in.
    pub engines: &'static [Engine],
    /// What is unusual about its browser.
    pub setup: Setup,
    /// When it is given up; a thorough run has [`THOROUGH_TIME`] times as long.
    pub limit: Duration,
    /// It takes too long for every run.
    pub only_thorough: bool,
    /// The engines of a run that is not thorough: what hardly differs between them and takes long is
    /// looked at in one of them each time, and in all before a release.
    pub each_time: &'static [Engine],
    /// What may run beside it.
    pub company: Company,
    run: for<'a> fn(&'a mut Stage) -> Outcome<'a>,
}

impl Journey {
    /// A journey in every engine with a plain browser.
    pub const fn new(name: &'static str, run: for<'a> fn(&'a mut Stage) -> Outcome<'a>) -> Self {
        Self {
            name,
            engines: &Engine::ALL,
            setup: Setup::PLAIN,
            limit: Duration::from_mins(4),
            only_thorough: false,
            each_time: &Engine::ALL,
            company: Company::Any,
            run,
        }
    }

    /// The same journey with nothing beside it but another that mostly waits.
    #[must_use]
    pub const fn calm(mut self) -> Self {
        self.company = Company::Calm;
        self
    }

    /// The same journey with nothing else beside it.
    #[must_use]
    pub const fn alone(mut self) -> Self {
        self.company = Company::Nothing;
        self
    }

    /// The same journey in thorough runs only.
    #[must_use]
    pub const fn only_thorough(mut self) -> Self {
        self.only_thorough = true;
        self
    }

    /// The same journey, each time in these engines, and in all of its own in thorough runs.
    #[must_use]
    pub const fn each_time(mut self, engines: &'static [Engine]) -> Self {
        self.each_time = engines;
        self
    }

    /// The same journey in these engines only.
    #[must_use]
    pub const fn only(mut self, engines: &'static [Engine]) -> Self {
        self.engines = engines;
        self
    }

    /// The same journey with an unusual browser.
    #[must_use]
    pub const fn with(mut self, setup: Setup) -> Self {
        self.setup = setup;
        self
    }

    /// The same journey with more or less time.
    #[must_use]
    pub const fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }
}

/// How many times as long a journey may take in a thorough run.
pub const THOROUGH_TIME: u32 = 15;

/// What all journeys of a run share.
#[derive(Debug)]
pub struct Lab {
    /// The repository's top folder.
    pub repository: PathBuf,
    /// Where pictures and reports go: cargo's target folder.
    pub target: PathBuf,
    /// The interface's words.
    pub words: Arc<Words>,
    /// Whether everything is repeated as often as a release is measured with
    /// (`SATKARYA_THOROUGH`, set by `cargo xtask test --thorough`).
    pub thorough: bool,
    display: Arc<Display>,
}

/// What one journey stands on: a browser, a server, and the lab.
#[derive(Debug)]
pub struct Stage {
    /// The browser, with an empty profile at the start.
    pub browser: Browser,
    /// The server, serving the built app.
    pub server: Server,
    /// What all journeys share.
    pub lab: Arc<Lab>,
    /// The name of the journey, for files it leaves.
    pub name: &'static str,
    /// The folder that is served.
    pub dist: PathBuf,
}

/// Held while a browser starts.
static STARTING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

impl Stage {
    async fn set(journey: &Journey, engine: Engine, lab: &Arc<Lab>, dist: &Path) -> Result<Self> {
        // One at a time: two that look for a free port at the same moment may find the same one.
        let _starting = STARTING.lock().await;
        let browser = Browser::start(engine, Arc::clone(&lab.display), journey.setup);
        Ok(Self {
            browser: browser.await?,
            server: Server::start(dist).await?,
            lab: Arc::clone(lab),
            name: journey.name,
            dist: dist.to_owned(),
        })
    }

    /// A second browser of the same engine, with a profile of its own.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn another(&self, setup: Setup) -> Result<Browser> {
        Browser::start(self.browser.engine(), Arc::clone(&self.lab.display), setup).await
    }

    /// A browser of another engine; of the same where no other can be had here.
    ///
    /// # Errors
    /// When not even that starts.
    pub async fn elsewhere(&self, setup: Setup) -> Result<Browser> {
        let own = self.browser.engine();
        let place = Engine::ALL.iter().position(|it| *it == own).unwrap_or_default();
        for engine in Engine::ALL.into_iter().cycle().skip(place + 1).take(Engine::ALL.len() - 1) {
            let _starting = STARTING.lock().await;
            if let Ok(browser) = Browser::start(engine, Arc::clone(&self.lab.display), setup).await
            {
                return Ok(browser);
            }
        }
        self.another(setup).await
    }

    /// How much of something is done: `quick` in every run, `thorough` before a release.
    pub fn rounds<T>(&self, quick: T, thorough: T) -> T {
        if self.lab.thorough { thorough } else { quick }
    }

    /// Where a picture of this journey goes: `target/screens/<engine>/<journey>-<name>.png`.
    pub fn picture(&self, name: &str) -> PathBuf {
        let engine = self.browser.engine().name();
        self.lab.target.join("screens").join(engine).join(format!("{}-{name}.png", self.name))
    }
}

#[derive(Debug, Default)]
struct Wishes {
    engines: Vec<Engine>,
    filters: Vec<String>,
    jobs: usize,
    list: bool,
}

impl Wishes {
    /// Reads the command line and the environment.
    fn read() -> Result<Self> {
        let jobs = env::var("SATKARYA_JOBS").ok().and_then(|jobs| jobs.parse().ok());
        let mut wishes = Self { jobs: jobs.unwrap_or(1), ..Self::default() };
        let mut engines = env::var("SATKARYA_ENGINES").unwrap_or_default();
        let mut arguments = env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--engine" => engines = arguments.next().context("--engine needs a name")?,
                "--jobs" => {
                    wishes.jobs = arguments.next().context("--jobs needs a number")?.parse()?;
                }
                "--list" => wishes.list = true,
                flag if flag.starts_with('-') => {
                    bail!("`{flag}` is unknown: [--engine a,b] [--jobs n] [--list] [name ...]")
                }
                filter => wishes.filters.push(filter.to_owned()),
            }
        }
        wishes.engines = engines
            .split(',')
            .filter(|name| !name.is_empty())
            .map(|name| name.trim().parse())
            .collect::<Result<_>>()?;
        if wishes.engines.is_empty() {
            wishes.engines = Engine::ALL.to_vec();
        }
        Ok(wishes)
    }

    fn wants(&self, journey: &Journey) -> bool {
        self.filters.is_empty() || self.filters.iter().any(|word| journey.name.contains(word))
    }
}

/// What is served to the journeys.
#[derive(Clone, Copy, Debug)]
pub enum Serve {
    /// The built app: the folder named by `SATKARYA_DIST`, or `dist`.
    Dist,
    /// A folder beside the harness.
    Fixture(&'static str),
}

struct Ended {
    name: &'static str,
    engine: Engine,
    time: Duration,
    outcome: Result<String>,
    /// Whether the engine crashed in a first attempt.
    crashed: bool,
}

/// Runs what the command line asks for out of `journeys`.
pub fn main(journeys: &[Journey], serve: Serve) -> ExitCode {
    match run(journeys, serve) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            say(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn run(journeys: &[Journey], serve: Serve) -> Result<bool> {
    let wishes = Wishes::read()?;
    if wishes.list {
        for journey in journeys {
            say(journey.name);
        }
        return Ok(true);
    }
    let lab = Arc::new(lab()?);
    let dist = match serve {
        Serve::Dist => {
            env::var_os("SATKARYA_DIST").map_or_else(|| lab.repository.join("dist"), PathBuf::from)
        }
        Serve::Fixture(name) => Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name),
    };
    if !dist.join("index.html").is_file() {
        bail!("{} holds no built app; build it first or set SATKARYA_DIST", dist.display());
    }
    let mut missing = Vec::new();
    let mut queue = Vec::new();
    for &engine in &wishes.engines {
        if let Err(error) = engine.locate() {
            say(&format!("{engine} is not tested: {error:#}"));
            missing.push(engine);
            continue;
        }
        let fitting = journeys
            .iter()
            .filter(|j| j.engines.contains(&engine) && wishes.wants(j))
            .filter(|j| lab.thorough || (!j.only_thorough && j.each_time.contains(&engine)));
        queue.extend(fitting.map(|journey| (*journey, engine)));
    }
    if queue.is_empty() && missing.is_empty() {
        bail!("no journey fits {:?}", wishes.filters);
    }
    queue.reverse();
    let ended = Mutex::new(Vec::new());
    let jobs = wishes.jobs.max(1);
    for (company, jobs) in [(Company::Any, jobs), (Company::Calm, jobs), (Company::Nothing, 1)] {
        let fits = |(journey, _): &&(Journey, Engine)| journey.company == company;
        let queue: Vec<_> = queue.iter().filter(fits).copied().collect();
        let queue = Mutex::new(queue);
        std::thread::scope(|scope| {
            for _ in 0..jobs {
                scope.spawn(|| {
                    // A screen of its own, so that no window takes the focus of another lane's.
                    let lab = Arc::new(lab.beside());
                    while let Some((journey, engine)) = next(&queue) {
                        let result = one(&journey, engine, &lab, &dist);
                        say(&line(&result));
                        lock(&ended).push(result);
                    }
                });
            }
        });
    }
    let ended = ended.into_inner().unwrap_or_else(PoisonError::into_inner);
    Ok(close(&ended, &missing))
}

/// Takes the next journey, and lets go of the queue before it runs.
fn next(queue: &Mutex<Vec<(Journey, Engine)>>) -> Option<(Journey, Engine)> {
    lock(queue).pop()
}

impl Lab {
    /// The same lab with a screen of its own.
    fn beside(&self) -> Self {
        Self {
            repository: self.repository.clone(),
            target: self.target.clone(),
            words: Arc::clone(&self.words),
            thorough: self.thorough,
            display: Arc::default(),
        }
    }
}

fn lab() -> Result<Lab> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize()?;
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| repository.join("target"), PathBuf::from);
    let words = Arc::new(Words::read(&repository.join("content/en/ui"))?);
    let thorough = env::var_os("SATKARYA_THOROUGH").is_some();
    Ok(Lab { repository, target, words, thorough, display: Arc::default() })
}

/// Runs one journey in one engine, and once more where the engine crashed by itself.
fn one(journey: &Journey, engine: Engine, lab: &Arc<Lab>, dist: &Path) -> Ended {
    let start = Instant::now();
    let (mut outcome, crashed) = attempt(journey, engine, lab, dist);
    if crashed {
        (outcome, _) = attempt(journey, engine, lab, dist);
    }
    Ended { name: journey.name, engine, time: start.elapsed(), outcome, crashed }
}

/// Runs one journey in one engine, on a runtime of its own. Also says whether it failed because a
/// process of the engine crashed.
fn attempt(
    journey: &Journey,
    engine: Engine,
    lab: &Arc<Lab>,
    dist: &Path,
) -> (Result<String>, bool) {
    let mut crashed = false;
    let limit = journey.limit * if lab.thorough { THOROUGH_TIME } else { 1 };
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| {
            runtime.block_on(async {
                let mut stage = Stage::set(journey, engine, lab, dist).await?;
                let walk = AssertUnwindSafe((journey.run)(&mut stage)).catch_unwind();
                let outcome = match tokio::time::timeout(limit, walk).await {
                    Ok(Ok(outcome)) => outcome,
                    Ok(Err(_)) => Err(anyhow::anyhow!("panicked")),
                    Err(_) => Err(anyhow::anyhow!("not done after {limit:?}")),
                };
                match outcome {
                    Ok(figure) => Ok(figure),
                    Err(error) => {
                        crashed = stage.browser.crashed();
                        Err(leave_picture(&stage, error).await)
                    }
                }
            })
        });
    (outcome, crashed)
}

/// Adds to `error` where a picture of the page lies, if one can be had.
async fn leave_picture(stage: &Stage, error: anyhow::Error) -> anyhow::Error {
    let file = stage.picture("failed");
    let picture = tokio::time::timeout(Duration::from_secs(10), stage.browser.shoot(&file));
    match picture.await {
        Ok(Ok(())) => error.context(format!("see {}", file.display())),
        _ => error,
    }
}

fn line(ended: &Ended) -> String {
    let Ended { name, engine, time, outcome, crashed } = ended;
    let seconds = time.as_secs_f32();
    let anew = if *crashed { "; begun anew, the engine had crashed" } else { "" };
    match outcome {
        Ok(figure) => format!("ok    {engine:<9} {name:<28} {figure}{anew}  ({seconds:.1} s)"),
        Err(error) => format!("FAIL  {engine:<9} {name:<28} {error:#}  ({seconds:.1} s)"),
    }
}

/// How often an engine may crash by itself in a whole run before that is a finding about the app.
const MOST_CRASHES: usize = 3;

/// Prints the closing table; true when everything that had to run ran well.
fn close(ended: &[Ended], missing: &[Engine]) -> bool {
    say("");
    say("engine     passed  failed  crashes of the engine  seconds");
    for engine in Engine::ALL {
        let here: Vec<_> = ended.iter().filter(|e| e.engine == engine).collect();
        if missing.contains(&engine) {
            say(&format!("{engine:<9}  not tested: its programs are missing"));
        } else if !here.is_empty() {
            let passed = here.iter().filter(|e| e.outcome.is_ok()).count();
            let seconds: f32 = here.iter().map(|e| e.time.as_secs_f32()).sum();
            let failed = here.len() - passed;
            let crashes = here.iter().filter(|e| e.crashed).count();
            say(&format!("{engine:<9}  {passed:>6}  {failed:>6}  {crashes:>21}  {seconds:>7.1}"));
        }
    }
    let crashed = |engine| ended.iter().filter(|e| e.engine == engine && e.crashed).count();
    if Engine::ALL.into_iter().any(|engine| crashed(engine) > MOST_CRASHES) {
        say(&format!(
            "an engine crashed more than {MOST_CRASHES} times: look for a page that does it"
        ));
        return false;
    }
    let strict = env::var_os("CI").is_some_and(|value| value == "true");
    ended.iter().all(|e| e.outcome.is_ok()) && (missing.is_empty() || !strict)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[expect(clippy::print_stdout, reason = "the runner's report is its product")]
fn say(line: &str) {
    println!("{line}");
}
