namespace PartnerTrust.Engines.Files;

/// <summary>What lies at a path.</summary>
public enum FileKind
{
    /// <summary>Nothing.</summary>
    Absent,

    /// <summary>A file with an end, which can be read and written.</summary>
    Regular,

    Directory,

    /// <summary>A symbolic link that is looked at itself.</summary>
    Link,

    /// <summary>A named pipe: opening it waits for somebody at the other end.</summary>
    Pipe,

    Socket,

    /// <summary>A device: what is read of it may have no end.</summary>
    Device,

    /// <summary>The file system did not tell, for lack of rights or because links lead round in a circle.</summary>
    Unknown,
}
