/** @file Brightness and contrast, by hand or by arrow keys. */
import { useStrings } from '../strings/use-strings.ts';
import { LIGHT_RANGE, type Look } from './look.ts';
import css from './viewer.module.css';

interface LightSlidersProps {
  readonly id: string;
  readonly isShown: boolean;
  readonly look: Look;
  changeLook(change: Partial<Look>): void;
}

export function LightSliders({ id, isShown, look, changeLook }: LightSlidersProps) {
  const strings = useStrings().viewer;
  return (
    <div id={id} className={css.sliders} hidden={!isShown}>
      <Slider
        label={strings.brightness}
        value={look.brightness}
        onValue={(brightness) => changeLook({ brightness })}
      />
      <Slider
        label={strings.contrast}
        value={look.contrast}
        onValue={(contrast) => changeLook({ contrast })}
      />
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  onValue(value: number): void;
}

function Slider({ label, value, onValue }: SliderProps) {
  return (
    <label className={css.slider}>
      <span>{label}</span>
      <input
        type="range"
        {...LIGHT_RANGE}
        value={value}
        aria-valuetext={`${value} %`}
        onChange={(event) => onValue(Number(event.target.value))}
      />
      <output>{value} %</output>
    </label>
  );
}
