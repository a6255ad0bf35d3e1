namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>How much a sign tells, the least first.</summary>
internal enum SignKind
{
    /// <summary>The number of an event, by whatever source.</summary>
    Event,

    /// <summary>An event with its source.</summary>
    EventOfSource,

    /// <summary>A code of <c>x-ms-diagnostics</c>.</summary>
    Code,

    /// <summary>An <c>error_category</c> of <c>x-ms-diagnostics</c>.</summary>
    Category,

    /// <summary>What a server says in words, or the name of an error.</summary>
    Text,
}
