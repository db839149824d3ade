// V8 runs any compiled code that it is given, no matter who wrote it. So no other user may be able to
// write to the folder or to replace it.
const { lstatSync, mkdirSync, realpathSync } = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');

/** Checks that only root and the user can replace a folder or one above it. */
function isSafe(folder, user) {
  const { uid, mode } = lstatSync(folder);
  const isShared = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
  if (isShared || (uid !== user && uid !== 0)) return false;
  return folder === '/' || isSafe(dirname(folder), user);
}

/** Creates, if missing, a folder in this one that only the user can enter. Returns undefined if it is unsafe. */
function makePrivateFolder(caches, user) {
  if (!isSafe(realpathSync(dirname(caches)), user)) return undefined;
  mkdirSync(caches, { recursive: true, mode: 0o700 });
  const parent = realpathSync(caches);
  if (!isSafe(parent, user)) return undefined;
  const folder = join(parent, 'summit-facts');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  const isPrivate = stats.isDirectory() && stats.uid === user && (stats.mode & 0o077) === 0;
  return isPrivate ? folder : undefined;
}

/**
 * Returns the folder for compiled code, `summit-facts` in the user's cache folder (XDG Base Directory Specification:
 * $XDG_CACHE_HOME if it is absolute, else $HOME/.cache). Returns undefined if it is unsafe, or if the environment
 * already configures Node's cache. HOME is read only from the environment: a service without it has no cache.
 */
function findCacheFolder({ env, geteuid }) {
  const { HOME = '', XDG_CACHE_HOME = '' } = env;
  const isDecided = env.NODE_COMPILE_CACHE || 'NODE_DISABLE_COMPILE_CACHE' in env;
  const caches = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(HOME, '.cache');
  // Windows has no owner or mode to check.
  if (isDecided || !geteuid || !isAbsolute(caches)) return undefined;
  try {
    return makePrivateFolder(caches, geteuid());
  } catch {
    return undefined;
  }
}

module.exports = { findCacheFolder };
