//! The browsers that the journeys run in, each with its WebDriver.
