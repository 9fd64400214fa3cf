//! Where things live.

use std::path::{Path, PathBuf};

use super::fault::{Doing, StoreFault};

/// Names the state folder instead of the system's.
const STATE_VARIABLE: &str = "GRADUS_STATE_DIR";

/// The two folders of a user: what is theirs, and what this computer remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Assessments as `*.gradus`, rubrics in `rubrics/`.
    pub data: PathBuf,
    /// Second copies and locks.
    pub state: PathBuf,
}

impl Places {
    /// The folders of this user; `state_dir` holds where the environment names none. Neither is made here.
    pub fn find(data_dir: Option<PathBuf>, state_dir: Option<PathBuf>) -> Result<Self, StoreFault> {
        let home = directories::ProjectDirs::from("", "", "gradus");
        let named_state = std::env::var_os(STATE_VARIABLE).filter(|dir| !dir.is_empty()).map(PathBuf::from);
        let data = data_dir.filter(|dir| !dir.as_os_str().is_empty());
        let data = data.or_else(|| home.as_ref().map(|h| h.data_dir().to_owned())).ok_or(StoreFault::NoHome)?;
        let system_state = || {
            let home = home.as_ref()?;
            Some(home.state_dir().map_or_else(|| home.data_local_dir().join("state"), Path::to_owned))
        };
        // Without any home the second copy is at least another file.
        let state = named_state.or(state_dir).or_else(system_state).unwrap_or_else(|| data.join("state"));
        Ok(Self { data: absolute(&data)?, state: absolute(&state)? })
    }

    /// The configuration file of this user, which need not be there.
    pub fn config_file() -> Option<PathBuf> {
        Some(directories::ProjectDirs::from("", "", "gradus")?.config_dir().join("gradus.conf"))
    }

    /// Where users put rubrics of their own.
    pub fn rubrics(&self) -> PathBuf {
        self.data.join("rubrics")
    }
}

/// The program may change its folder; these stay where they are.
fn absolute(path: &Path) -> Result<PathBuf, StoreFault> {
    std::path::absolute(path).map_err(|e| StoreFault::of(Doing::Read, path, &e))
}

/// The text of a configuration file. What is larger than one ever is, or no file, is none.
pub fn read_config(path: &Path) -> std::io::Result<String> {
    const LARGEST: u64 = 64 << 10;
    let about = std::fs::metadata(path)?;
    if !about.is_file() || about.len() > LARGEST {
        return Err(std::io::ErrorKind::InvalidData.into());
    }
    std::fs::read_to_string(path)
}
