// Runs beside the sound card: takes the microphone's sound down to 16,000 a second and hands it on 20 ms at a time:
// what the customer does when the rep falls silent waits for the piece it happens in.
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

const kRate = 16_000;
const kPiece = kRate / 50;

class Capture extends AudioWorkletProcessor {
  private piece = new Int16Array(kPiece);
  private filled = 0;
  private sum = 0;
  private count = 0;
  private due = 0;

  /** Each sample that goes out is the mean of those that came since the last: a plain low pass before thinning. */
  process(inputs: Float32Array[][]): boolean {
    const sound = inputs[0]?.[0];
    for (const value of sound ?? []) {
      this.sum += value;
      this.count++;
      this.due += kRate / sampleRate;
      if (this.due < 1) continue;
      this.due -= 1;
      this.add(this.sum / this.count);
      this.sum = this.count = 0;
    }
    return true;
  }

  private add(value: number): void {
    this.piece[this.filled++] = Math.round(Math.max(-1, Math.min(1, value)) * 32767);
    if (this.filled < kPiece) return;
    this.port.postMessage(this.piece.buffer, [this.piece.buffer]);
    this.piece = new Int16Array(kPiece);
    this.filled = 0;
  }
}

registerProcessor('capture', Capture);
