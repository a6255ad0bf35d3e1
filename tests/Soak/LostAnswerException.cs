namespace PartnerTrust.Soak;

/// <summary>An answer did not come. The message says which and ends with all that was sent and received.</summary>
internal sealed class LostAnswerException(string message, FrameRecord record) : Exception($"{message}\n{record}");
