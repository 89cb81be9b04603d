import { TrabeculaViewer } from "./element";

customElements.define("trabecula-viewer", TrabeculaViewer);
