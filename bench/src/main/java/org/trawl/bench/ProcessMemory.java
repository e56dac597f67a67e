package org.trawl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory of a process as Linux tells it, in bytes.
///
/// @param resident in memory now, pages of mapped files included
/// @param peakResident the most that `resident` ever was
/// @param own in memory now and its own: `resident` without files
record ProcessMemory(long resident, long peakResident, long own) {
  /// Nothing known; elsewhere than on Linux all that there is.
  static final ProcessMemory NONE = new ProcessMemory(0, 0, 0);

  /// Of a process that may have ended.
  static ProcessMemory of(long pid) {
    try {
      var resident = 0L;
      var peak = 0L;
      var own = 0L;
      for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmRSS:")) {
          resident = bytes(line);
        } else if (line.startsWith("VmHWM:")) {
          peak = bytes(line);
        } else if (line.startsWith("RssAnon:")) {
          own = bytes(line);
        }
      }
      return new ProcessMemory(resident, peak, own);
    } catch (IOException e) {
      return NONE;
    }
  }

  private static long bytes(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
  }

  /// The higher of each number of two.
  ProcessMemory peak(ProcessMemory other) {
    return new ProcessMemory(
        Math.max(resident, other.resident),
        Math.max(peakResident, other.peakResident),
        Math.max(own, other.own));
  }
}
