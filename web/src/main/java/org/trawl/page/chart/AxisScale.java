package org.trawl.page.chart;

import java.util.ArrayList;
import java.util.List;

/// Round values on an axis that begins at 0.
///
/// @param step from one value to the next
/// @param top the last one, at or above the highest value shown
public record AxisScale(double step, double top) {
  /// For two to five values.
  ///
  /// @param most the highest value shown
  public static AxisScale of(double most) {
    double step = step(most);
    return new AxisScale(step, Math.max(step, Math.ceil(most / step) * step));
  }

  private static double step(double most) {
    if (most <= 0) {
      return 1;
    }
    double rough = most / 4;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (rough <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /// The values above 0, the lowest first.
  ///
  /// @param whole whether only whole numbers make sense
  public List<Double> values(boolean whole) {
    var values = new ArrayList<Double>();
    for (int i = 1; i * step <= top * 1.0001; i++) {
      if (!whole || i * step == Math.rint(i * step)) {
        values.add(i * step);
      }
    }
    return values;
  }
}
