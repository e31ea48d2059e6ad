import { describe, expect, it } from 'vitest';
import { Workspace } from '../../src/server/Workspace.js';
import { rulebook } from '../rulebook.js';

function placeIn(folders: readonly string[], uri: string, languageId = 'markdown') {
  const workspace = new Workspace(rulebook);
  workspace.openFolders(folders);
  const place = workspace.placeOf(uri, languageId);
  return place && { folder: place.project.cwd, path: place.path };
}

describe('where a document stands', () => {
  it.each([
    [
      'in the innermost folder',
      ['file:///a', 'file:///a/b'],
      'file:///a/b/c/mail.md',
      { folder: '/a/b', path: 'c/mail.md' },
    ],
    [
      'in a folder beside one with a longer name',
      ['file:///a', 'file:///ab'],
      'file:///ab/mail.md',
      { folder: '/ab', path: 'mail.md' },
    ],
    ['in its own folder', ['file:///a'], 'file:///b/mail.md', { folder: '/b', path: 'mail.md' }],
    ['in a folder with an umlaut', ['file:///%C3%A4'], 'file:///%C3%A4/m%C3%BC.md', { folder: '/ä', path: 'mü.md' }],
    ['in no file', ['file:///a'], 'untitled:Untitled-1', { folder: '/a', path: 'unsaved.md' }],
    ['at an address that is none', ['file:///a'], 'file:///a%2Fb.md', undefined],
  ])('%s', (_, folders, uri, place) => {
    expect(placeIn(folders, uri, place ? 'markdown' : 'typescript')).toEqual(place);
  });

  it('is in a folder only as long as that is open', () => {
    const workspace = new Workspace(rulebook);
    workspace.openFolders(['file:///a', 'memory:/b']);
    expect(workspace.projects.map(({ cwd }) => cwd)).toEqual(['/a']);
    workspace.closeFolders(['file:///a']);
    expect(workspace.projects).toEqual([]);
    expect(workspace.placeOf('file:///a/b/mail.md', 'markdown')?.project.cwd).toBe('/a/b');
  });
});
