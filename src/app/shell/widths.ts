/** From here on the sidebar is whole and the bar holds every control; between this and phones, the sidebar is a rail. */
export const WIDE = "(min-width: 1280px)";
