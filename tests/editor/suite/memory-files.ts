// Folders that lie on no disk, as those of a repository that is looked at in a browser do. Nothing can be written there.
import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from "vscode";

export const scheme = "convlint-memory";

/** By path; every folder that a path has is there too. */
export function provideFiles(files: { readonly [path: string]: string }): Disposable {
  const textAt = (uri: Uri): Uint8Array => {
    const text = files[uri.path];
    if (text === undefined) throw FileSystemError.FileNotFound(uri);
    return new TextEncoder().encode(text);
  };
  const isFolder = (uri: Uri): boolean => Object.keys(files).some((path) => path.startsWith(`${uri.path}/`));
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: new EventEmitter<FileChangeEvent[]>().event,
    watch: () => new Disposable(() => {}),
    stat: (uri) =>
      isFolder(uri)
        ? { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }
        : { type: FileType.File, ctime: 0, mtime: 0, size: textAt(uri).length },
    readDirectory: () => [],
    readFile: textAt,
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  return workspace.registerFileSystemProvider(scheme, provider, { isReadonly: true });
}
