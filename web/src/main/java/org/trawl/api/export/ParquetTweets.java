package org.trawl.api.export;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import org.trawl.api.Json;
import org.trawl.search.SearchResult.Hit;
import org.xerial.snappy.Snappy;

/// A Parquet file, packed with Snappy: counts are numbers, times and days are such, lists lists.
/// Ids are text, as pandas makes floating-point numbers of a column of numbers with gaps.
///
/// Rows are held until a row group is full, some megabytes, and then written.
final class ParquetTweets implements ExportWriter {
  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final int ROW_GROUP_ROWS = 50_000;
  private static final int PAGE_BYTES = 256 << 10;

  /// Where the manifest stands in the file's own metadata.
  private static final String MANIFEST = "trawl.manifest";

  private final OutputStream out;
  private final Rows rows;
  private final ParquetWriter<Hit> writer;

  ParquetTweets(OutputStream out, ExportOptions options) throws IOException {
    this.out = out;
    rows = new Rows(options);
    writer =
        new Builder(new Streamed(out), rows)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .withCodecFactory(new SnappyPages())
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
            .withPageSize(PAGE_BYTES)
            .build();
  }

  @Override
  public void take(Hit hit) throws IOException {
    writer.write(hit);
  }

  @Override
  public boolean holds(ExportManifest manifest) {
    rows.metadata.put(MANIFEST, Json.MAPPER.writeValueAsString(manifest));
    return true;
  }

  @Override
  public void finish() throws IOException {
    writer.close();
    out.flush();
  }

  /// Writes tweets as rows of columns.
  private static final class Rows extends WriteSupport<Hit> {
    private final ExportOptions options;
    private final List<String> names;
    private final Map<String, String> metadata = new HashMap<>();
    private @Nullable RecordConsumer consumer;

    Rows(ExportOptions options) {
      this.options = options;
      names = options.header();
    }

    @Override
    public String getName() {
      return "trawl";
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
      return context();
    }

    @Override
    @Deprecated // There, and abstract.
    public WriteContext init(Configuration configuration) {
      return context();
    }

    private WriteContext context() {
      var types = new ArrayList<Type>();
      for (int i = 0; i < names.size(); i++) {
        types.add(type(options.columns().get(i), names.get(i)));
      }
      return new WriteContext(new MessageType("tweet", types), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
      consumer = to;
    }

    @Override
    public FinalizedWriteContext finalizeWrite() {
      return new FinalizedWriteContext(metadata);
    }

    @Override
    public void write(Hit hit) {
      var to = requireNonNull(consumer);
      to.startMessage();
      for (int i = 0; i < names.size(); i++) {
        var cell = options.columns().get(i).of(hit);
        if (!cell.equals(ExportColumn.Cell.NOTHING)) {
          to.startField(names.get(i), i);
          write(cell, to);
          to.endField(names.get(i), i);
        }
      }
      to.endMessage();
    }

    private void write(ExportColumn.Cell cell, RecordConsumer to) {
      switch (cell) {
        case ExportColumn.Cell.Id id -> to.addBinary(Binary.fromString(options.ids().of(id)));
        case ExportColumn.Cell.Count(long number) -> to.addLong(number);
        case ExportColumn.Cell.Degrees(double number) -> to.addDouble(number);
        case ExportColumn.Cell.Flag(boolean yes) -> to.addBoolean(yes);
        case ExportColumn.Cell.Time(var time) -> to.addLong(time.toEpochMilli());
        case ExportColumn.Cell.Day(var day) -> to.addInteger(Math.toIntExact(day.toEpochDay()));
        case ExportColumn.Cell.Plain(var text) -> to.addBinary(Binary.fromString(text));
        case ExportColumn.Cell.Text(var text) -> to.addBinary(Binary.fromString(text));
        case ExportColumn.Cell.Texts(var texts) -> write(texts, to);
      }
    }

    /// A list of Parquet is a group of groups: its fields have these names by the format.
    private static void write(List<String> texts, RecordConsumer to) {
      to.startGroup();
      if (!texts.isEmpty()) {
        to.startField("list", 0);
        for (var text : texts) {
          to.startGroup();
          to.startField("element", 0);
          to.addBinary(Binary.fromString(text));
          to.endField("element", 0);
          to.endGroup();
        }
        to.endField("list", 0);
      }
      to.endGroup();
    }

    private static Type type(ExportColumn column, String name) {
      return switch (column) {
        case TIME ->
            Types.required(PrimitiveTypeName.INT64)
                .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS))
                .named(name);
        case ACCOUNT_CREATED ->
            Types.optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named(name);
        case HASHED -> Types.required(PrimitiveTypeName.BOOLEAN).named(name);
        case LATITUDE, LONGITUDE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
        case LIKES, RETWEETS, REPLIES, QUOTES, COPIES, SIMILAR, FOLLOWERS, FOLLOWING ->
            Types.required(PrimitiveTypeName.INT64).named(name);
        case HASHTAGS, MENTIONS, URLS, MEDIA, MEDIA_SHA256, POLL ->
            Types.requiredList()
                .requiredElement(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
        case ID,
            TWEET_URL,
            OPERATION,
            KIND,
            LANGUAGE,
            DETECTED,
            ACCOUNT_ID,
            ACCOUNT_URL,
            SCREEN_NAME,
            DISPLAY_NAME,
            TEXT,
            CLIENT,
            IN_REPLY_TO_TWEET,
            IN_REPLY_TO_TWEET_URL,
            IN_REPLY_TO_USER,
            IN_REPLY_TO_USER_URL,
            QUOTED_TWEET,
            QUOTED_TWEET_URL,
            RETWEETED_TWEET,
            RETWEETED_TWEET_URL,
            RETWEETED_USER,
            RETWEETED_USER_URL,
            LOCATION,
            BIO,
            PROFILE_URL,
            ACCOUNT_LANGUAGE ->
            Types.optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
      };
    }
  }

  private static final class Builder extends ParquetWriter.Builder<Hit, Builder> {
    private final Rows rows;

    Builder(OutputFile file, Rows rows) {
      super(file);
      this.rows = rows;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Hit> getWriteSupport(ParquetConfiguration configuration) {
      return rows;
    }

    @Override
    @Deprecated // There, and abstract.
    protected WriteSupport<Hit> getWriteSupport(Configuration configuration) {
      return rows;
    }
  }

  /// Packs pages by Snappy itself: Parquet's own way to it, by Hadoop's classes, calls what the JDK
  /// is about to take away, and the JDK says so to whoever runs the program.
  private static final class SnappyPages implements CompressionCodecFactory {
    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
      return new BytesInputCompressor() {
        @Override
        public BytesInput compress(BytesInput page) throws IOException {
          var bytes = new ByteArrayOutputStream(Math.toIntExact(page.size()));
          page.writeAllTo(bytes);
          return BytesInput.from(Snappy.compress(bytes.toByteArray()));
        }

        @Override
        public CompressionCodecName getCodecName() {
          return codec;
        }

        @Override
        public void release() {}
      };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
      throw new UnsupportedOperationException("files are only written here");
    }

    @Override
    public void release() {}
  }

  /// A file that is written from its beginning to its end, wherever it goes.
  private record Streamed(OutputStream out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSize) {
      return new Counted(out);
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSize) {
      return new Counted(out);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }

  private static final class Counted extends PositionOutputStream {
    private final OutputStream out;
    private long bytes;

    Counted(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return bytes;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
      out.write(from, offset, length);
      bytes += length;
    }

    /// Whoever opened the stream closes it.
    @Override
    public void close() {}
  }
}
