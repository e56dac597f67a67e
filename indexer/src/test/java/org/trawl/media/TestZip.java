package org.trawl.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zips as other programs do: stored or deflated, plain or ZIP64.
public final class TestZip {
  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();
  private final boolean wide;
  private int count;

  /// @param wide with every size and offset where ZIP64 has them
  public TestZip(boolean wide) {
    this.wide = wide;
  }

  public TestZip add(String name, byte[] content, boolean deflate) {
    var packed = deflate ? deflated(content) : content;
    return add(name, content.length, packed, deflate ? 8 : 0, 0);
  }

  /// Says of a file what is not true of it.
  public TestZip add(String name, long bytes, byte[] packed, int method, int flags) {
    var header = file.size();
    var crc = new CRC32();
    crc.update(packed);
    var local = head(0x04034B50, method, flags, (int) crc.getValue());
    local.putInt(packed.length).putInt((int) bytes).putShort(length(name)).putShort((short) 0);
    put(file, local, name);
    file.writeBytes(packed);
    var listed = head(0x02014B50, method, flags, (int) crc.getValue());
    listed.putInt(wide ? -1 : packed.length).putInt(wide ? -1 : (int) bytes);
    listed.putShort(length(name)).putShort((short) (wide ? 28 : 0)).putShort((short) 0);
    listed.putShort((short) 0).putShort((short) 0).putInt(0).putInt(wide ? -1 : header);
    put(list, listed, name);
    if (wide) {
      var extra = little(28).putShort((short) 1).putShort((short) 24);
      extra.putLong(bytes).putLong(packed.length).putLong(header);
      list.writeBytes(array(extra));
    }
    count++;
    return this;
  }

  private static short length(String name) {
    return (short) name.getBytes(StandardCharsets.UTF_8).length;
  }

  private static ByteBuffer head(int sign, int method, int flags, int crc) {
    var buffer = little(64).putInt(sign);
    if (sign == 0x02014B50) {
      buffer.putShort((short) 45);
    }
    return buffer
        .putShort((short) 45)
        .putShort((short) flags)
        .putShort((short) method)
        .putInt(0)
        .putInt(crc);
  }

  @SuppressWarnings("ByteBufferBackingArray") // Allocated here.
  private static byte[] array(ByteBuffer allocated) {
    return allocated.array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put(ByteArrayOutputStream out, ByteBuffer head, String name) {
    out.write(array(head), 0, head.position());
    out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] deflated(byte[] content) {
    var deflater = new Deflater(6, true);
    deflater.setInput(content);
    deflater.finish();
    var out = new ByteArrayOutputStream();
    var buffer = new byte[1 << 12];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  public byte[] bytes() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(file.toByteArray());
    all.writeBytes(list.toByteArray());
    if (wide) {
      var end = little(76).putInt(0x06064B50).putLong(44).putShort((short) 45);
      end.putShort((short) 45).putInt(0).putInt(0).putLong(count).putLong(count);
      end.putLong(list.size()).putLong(file.size());
      end.putInt(0x07064B50).putInt(0).putLong(file.size() + list.size()).putInt(1);
      all.writeBytes(array(end));
    }
    var end = little(22).putInt(0x06054B50).putInt(0);
    end.putShort((short) (wide ? -1 : count)).putShort((short) (wide ? -1 : count));
    end.putInt(wide ? -1 : list.size()).putInt(wide ? -1 : file.size()).putShort((short) 0);
    all.writeBytes(array(end));
    return all.toByteArray();
  }

  public Path write(Path to) throws IOException {
    Files.createDirectories(to.getParent());
    return Files.write(to, bytes());
  }
}
