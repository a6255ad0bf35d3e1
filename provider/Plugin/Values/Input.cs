namespace PartnerTrust.Plugin.Values;

/// <summary>One property that a program may give.</summary>
/// <typeparam name="T">Its type, which has a null.</typeparam>
/// <param name="Path">Where it stands, as in <c>linkedAccount.name</c>.</param>
/// <param name="IsGiven">Whether the program gives it, be it that its value is not known before the update.</param>
/// <param name="Value">Null when it is not given, and while it is not known.</param>
public readonly record struct Input<T>(string Path, bool IsGiven, T? Value)
{
    public bool IsUnknown => IsGiven && Value is null;
}
