/** Images that scanners and archives send over DICOM's own protocol, on the same path as any other upload. */
@NullMarked
package org.trabecula.app.network;

import org.jspecify.annotations.NullMarked;
