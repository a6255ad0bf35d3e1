namespace PartnerTrust.Trust.Faults;

/// <summary>What a fault says about the operation that met it; whoever answers a caller chooses the form of the answer by it.</summary>
public enum FaultKind
{
    /// <summary>A rule of the field, or the state of a server, stands against it: nothing happened.</summary>
    Refusal,

    /// <summary>What was given is wrong in itself.</summary>
    Input,

    /// <summary>The engine itself failed: nothing is said about the trust that it keeps.</summary>
    Engine,

    /// <summary>The package does not have what was asked for.</summary>
    Unsupported,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It took too long.</summary>
    TimedOut,

    /// <summary>Whether it took effect is not known.</summary>
    Unknown,
}
