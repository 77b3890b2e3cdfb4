# Sourced by the proofs: drives a window of Tonari by pointer and keys, on $display, with its pictures in $out.

step() { echo "== $1 ($(date +%T))"; }

# drive NAME PROCESS FILE: the window of that background job; its own number stands in the file. Leaves NAME.png and,
# with the slider dragged, NAME-dragged.png, and closes the window by its key.
drive() {
  local window= X Y WIDTH HEIGHT
  export DISPLAY=$display
  for _ in $(seq 240); do
    window=$(timeout 5 xdotool search --onlyvisible --name 'Tonari' 2>/dev/null | tail -1) && [ -n "$window" ] && break
    sleep 0.5
  done
  [ -n "$window" ] || { echo "no window" >&2; return 1; }
  sleep "${TONARI_PROOF_PAUSE:-3}"
  eval "$(xdotool getwindowgeometry --shell "$window")"
  # Closes the hint of the first start, which moves everything down.
  xdotool mousemove $((X + WIDTH - 44)) $((Y + 50)) click 1
  sleep 2
  import -window root "$out/$1.png"
  xdotool mousemove $((X + 644)) $((Y + 92))
  sleep 0.5
  xdotool mousedown 1
  for x in $(seq 650 10 760); do
    xdotool mousemove $((X + x)) $((Y + 92))
    sleep 0.05
  done
  xdotool mouseup 1
  sleep "${TONARI_PROOF_PAUSE:-3}"
  import -window root "$out/$1-dragged.png"
  # Without a window manager nobody gives the window the keyboard.
  xdotool windowfocus "$window"
  xdotool key ctrl+q
  for _ in $(seq 60); do
    kill -0 "$2" 2>/dev/null || break
    sleep 0.5
  done
  if kill -0 "$2" 2>/dev/null; then
    echo "the window did not close by its key; ended by a signal"
    kill "$(cat "$3")"
  fi
  wait "$2" || true
  if compare -metric AE "$out/$1.png" "$out/$1-dragged.png" null: 2>/dev/null; then
    echo "the drag changed nothing" >&2
    return 1
  fi
}
