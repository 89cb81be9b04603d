/**
 * Stands in for xmlbuilder2, which vtk.js uses to read and write mesh files in XML. This viewer has no meshes, and
 * the real one would bring 300 KB, and Node's events and url modules, into the page.
 */
function absent(): never {
  throw new Error("Mesh files in XML are not part of this viewer.");
}

export { absent as create };
