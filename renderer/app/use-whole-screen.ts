import { useState } from 'react';
import { fillScreen } from '../components/fill-screen.ts';

const placeKept = 'whole-screen-run';

/** Which run has the screen; a reload does not give it back. */
export function useWholeScreen() {
  const [runId, setRunId] = useState<string | null>(() => sessionStorage.getItem(placeKept));
  return {
    runId,
    start: (id: string) => {
      sessionStorage.setItem(placeKept, id);
      fillScreen();
      setRunId(id);
    },
    leave: () => {
      sessionStorage.removeItem(placeKept);
      if (document.fullscreenElement) void document.exitFullscreen();
      setRunId(null);
    },
  };
}
