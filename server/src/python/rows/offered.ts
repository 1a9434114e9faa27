import type { DeclaredModules } from "../../core/declared";
import type { PythonClass, PythonFiles } from "../../core/python-class";
import { constructorOf, usual } from "./convention";
import { declaredOf } from "./declared";

/** More of them nobody would look through. */
const most = 500;

const known = new WeakMap<PythonFiles, DeclaredModules>();

/** Classes that look like modules, as their constructors look made for; what they give is not asked. */
export function offeredIn(files: PythonFiles): DeclaredModules {
  const before = known.get(files);
  if (before) return before;
  const classes = files.classes?.() ?? new Map<string, PythonClass>();
  const found = new Map(
    [...classes]
      .filter(([name]) => isModule(name, classes))
      .slice(0, most)
      .map(([name, source]) => {
        const by = usual(constructorOf(source));
        return [name, declaredOf(name, source, { by, tells: false }, undefined)] as const;
      }),
  );
  known.set(files, found);
  return found;
}

/** Whether a class says that it is a module, or that it is like one that does. */
function isModule(name: string, classes: ReadonlyMap<string, PythonClass>, depth = 8): boolean {
  return (classes.get(name)?.bases ?? []).some((base) => {
    const last = base.slice(base.lastIndexOf(".") + 1);
    return (
      last === "Module" || last === "Sequential" || (depth > 0 && last !== name && isModule(last, classes, depth - 1))
    );
  });
}
