/** Less than a pixel is what zooming leaves over. */
const SLACK_PX = 1;

/**
 * Says of a box that scrolls sideways which of its edges hides something: `data-before` and `data-after`, which `scroll-cue`
 * draws. For `ref`. It reads places only after the browser has laid out, so that it costs no layout of its own.
 */
export function scrollCue(box: HTMLElement | null): (() => void) | undefined {
  if (box === null) return undefined;
  const tell = () => {
    const [before, within] = [box.scrollLeft, box.scrollWidth - box.clientWidth];
    box.toggleAttribute("data-before", before > SLACK_PX);
    box.toggleAttribute("data-after", before < within - SLACK_PX);
  };
  const sizes = new ResizeObserver(tell);
  sizes.observe(box);
  if (box.firstElementChild) sizes.observe(box.firstElementChild);
  box.addEventListener("scroll", tell, { passive: true });
  return () => {
    sizes.disconnect();
    box.removeEventListener("scroll", tell);
  };
}
