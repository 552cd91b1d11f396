/// Reads the records of one format from one stream.
package protocol RecordReader {
    /// Reads to the end of the stream and hands over every record and reject in file order.
    ///
    /// Memory stays bounded by the largest single record and the options' limits, whatever the length of the stream.
    /// - Throws: ``FormatFailure`` when the rest of the stream cannot be read, or whatever `handOver` throws.
    func read(_ stream: any ByteStream, handOver: (SourceItem) throws -> Void) throws
}
