//! Writing files.

use offprint::{Error, Result};
use std::io::Write as _;
use std::path::Path;

/// Writes a file under a temporary name first, so that nobody meets half of it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |cause| Error::io(format!("cannot write {}", path.display()), cause);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any other new file: what the user's mask leaves of it.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let folder = folder.unwrap_or(Path::new("."));
    let mut temporary = builder.prefix(".offprint-").tempfile_in(folder).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    temporary.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}

/// Puts the text in the place of the file that a path leads to, which keeps its permissions.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |cause| Error::io(format!("cannot write {}", path.display()), cause);
    let target = path.canonicalize().map_err(failed)?;
    let permissions = std::fs::metadata(&target).map_err(failed)?.permissions();
    if permissions.readonly() {
        let cause = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        return Err(failed(cause));
    }
    write(&target, bytes)?;
    std::fs::set_permissions(&target, permissions).map_err(failed)
}
