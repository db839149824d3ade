// Node runs the compiled code that it finds in its cache, whoever wrote it. So the folder must be one that no other
// user can write to or put another in the place of.
const { lstatSync, mkdirSync, realpathSync } = require('node:fs');
const { dirname, isAbsolute, join } = require('node:path');

/** Checks that only root and the user can replace a folder or one above it. */
function isSafe(folder, user) {
  const { uid, mode } = lstatSync(folder);
  const isShared = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
  if (isShared || (uid !== user && uid !== 0)) return false;
  return folder === '/' || isSafe(dirname(folder), user);
}

/** Returns a folder in this one that only the user can enter, and makes it if it is missing; undefined if it is unsafe. */
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
 * $XDG_CACHE_HOME if it is absolute, else $HOME/.cache); undefined if there is no safe one, or if Node has been told
 * what to do. HOME is read from the environment alone: a service that runs without it keeps nothing.
 */
function findCacheFolder({ env, geteuid }) {
  const { HOME = '', XDG_CACHE_HOME = '' } = env;
  const isDecided = env.NODE_COMPILE_CACHE || 'NODE_DISABLE_COMPILE_CACHE' in env;
  const caches = isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(HOME, '.cache');
  // Windows has no owner and mode to check.
  if (isDecided || !geteuid || !isAbsolute(caches)) return undefined;
  try {
    return makePrivateFolder(caches, geteuid());
  } catch {
    return undefined;
  }
}

module.exports = { findCacheFolder };
