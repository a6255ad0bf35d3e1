namespace PartnerTrust.Emulator.Listening;

/// <summary>Answers what one emulated server is asked.</summary>
internal interface IHostResponder
{
    Task AnswerAsync(HostRequest request);
}
